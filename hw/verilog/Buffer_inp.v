// Buffer_inp, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 128
//   depth = 2048
//   banks = 1
// Generated: change the description instead.
module Buffer_inp (
  input  wire         clock,
  input  wire         write_valid,
  input  wire [10:0]  write_index,
  input  wire         write_lanes,
  input  wire [1:0]   write_parts,
  input  wire [63:0]  write_data,
  input  wire         read_enable,
  input  wire [10:0]  read_index,
  output wire [127:0] read_data
);

  reg [127:0] element;
  reg [127:0] elements [0:2047];

  assign read_data = element;

  initial begin
    element = 128'd0;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : elements_start
    integer n;
    for (n = 0; n < 2048; n = n + 1)
      elements[n] = 128'd0;
  end
  `endif

  wire [1:0] elements_mask = {2{write_valid && write_lanes}} & write_parts;
  wire [127:0] elements_data = {2{write_data}};

  always @(posedge clock) begin : elements_ports
    integer n;
    for (n = 0; n < 2; n = n + 1)
      if (elements_mask[n])
        elements[write_index][n*64 +: 64] <= elements_data[n*64 +: 64];
    if (read_enable)
      element <= elements[read_index];
  end
endmodule
