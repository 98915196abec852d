// Buffer_wgt, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 2048
//   depth = 1024
//   banks = 1
// Generated: change the description instead.
module Buffer_wgt (
  input  wire          clock,
  input  wire          write_valid,
  input  wire [9:0]    write_index,
  input  wire          write_lanes,
  input  wire [31:0]   write_parts,
  input  wire [63:0]   write_data,
  input  wire          read_enable,
  input  wire [9:0]    read_index,
  output wire [2047:0] read_data
);

  reg [2047:0] element;
  reg [2047:0] elements [0:1023];

  assign read_data = element;

  initial begin
    element = 2048'd0;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : elements_start
    integer n;
    for (n = 0; n < 1024; n = n + 1)
      elements[n] = 2048'd0;
  end
  `endif

  wire [31:0] elements_mask = {32{write_valid && write_lanes}} & write_parts;
  wire [2047:0] elements_data = {32{write_data}};

  always @(posedge clock) begin : elements_ports
    integer n;
    for (n = 0; n < 32; n = n + 1)
      if (elements_mask[n])
        elements[write_index][n*64 +: 64] <= elements_data[n*64 +: 64];
    if (read_enable)
      element <= elements[read_index];
  end
endmodule
