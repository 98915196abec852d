// Buffer_uop, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 32
//   depth = 8192
//   banks = 2
// Generated: change the description instead.
module Buffer_uop (
  input  wire        clock,
  input  wire        write_valid,
  input  wire [12:0] write_index,
  input  wire [1:0]  write_lanes,
  input  wire        write_parts,
  input  wire [63:0] write_data,
  input  wire        read_enable,
  input  wire [12:0] read_index,
  output wire [31:0] read_data
);

  reg [31:0] element_0;
  reg [31:0] element_1;
  reg first_bank;
  wire [63:0] all;
  reg [31:0] elements_0 [0:4095];
  reg [31:0] elements_1 [0:4095];

  assign all = {element_1, element_0};
  assign read_data = all[{first_bank, 5'd0} +: 32];

  initial begin
    first_bank = 1'b0;
    element_0 = 32'd0;
    element_1 = 32'd0;
  end

  always @(posedge clock) begin
    if (read_enable)
      first_bank <= read_index[0];
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : elements_0_start
    integer n;
    for (n = 0; n < 4096; n = n + 1)
      elements_0[n] = 32'd0;
  end
  `endif

  wire [11:0] elements_0_address_choice = write_index[0] ? write_index[12:1] + 12'd1 : write_index[12:1];

  always @(posedge clock) begin
    if (write_valid && write_lanes[write_index[0]])
      elements_0[elements_0_address_choice] <= write_data[{write_index[0], 5'd0} +: 32];
    if (read_enable)
      element_0 <= elements_0[read_index[12:1]];
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : elements_1_start
    integer n;
    for (n = 0; n < 4096; n = n + 1)
      elements_1[n] = 32'd0;
  end
  `endif

  wire elements_1_enable_difference = 1'b1 - write_index[0];

  always @(posedge clock) begin
    if (write_valid && write_lanes[elements_1_enable_difference])
      elements_1[write_index[12:1]] <= write_data[{1'b1 - write_index[0], 5'd0} +: 32];
    if (read_enable)
      element_1 <= elements_1[read_index[12:1]];
  end

  wire unused_ok = &{1'b0, write_parts};
endmodule
