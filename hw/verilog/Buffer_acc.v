// Buffer_acc, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 512
//   depth = 2048
//   banks = 1
// Generated: change the description instead.
module Buffer_acc (
  input  wire         clock,
  input  wire         write_valid,
  input  wire [10:0]  write_index,
  input  wire         write_lanes,
  input  wire [7:0]   write_parts,
  input  wire [255:0] write_data,
  input  wire         element_valid,
  input  wire [10:0]  element_index,
  input  wire [511:0] element_data,
  input  wire         read_enable,
  input  wire [10:0]  read_index,
  output wire [511:0] read_data
);

  reg [511:0] element;
  reg [511:0] elements [0:2047];

  assign read_data = element;

  initial begin
    element = 512'd0;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : elements_start
    integer n;
    for (n = 0; n < 2048; n = n + 1)
      elements[n] = 512'd0;
  end
  `endif

  wire [10:0] elements_address_choice = element_valid ? element_index : write_index;
  wire [7:0] elements_mask = {8{(write_valid && write_lanes) || element_valid}}
      & (element_valid ? 8'd255 : write_parts);
  wire [511:0] elements_data = element_valid ? element_data : {2{write_data}};

  always @(posedge clock) begin : elements_ports
    integer n;
    for (n = 0; n < 8; n = n + 1)
      if (elements_mask[n])
        elements[elements_address_choice][n*64 +: 64] <= elements_data[n*64 +: 64];
    if (read_enable)
      element <= elements[read_index];
  end
endmodule
