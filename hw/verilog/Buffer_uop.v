// Buffer_uop, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 32
//   depth = 8192
//   banks = 2
// Generated: change the description instead.
module Buffer_uop (
  input  wire        clock,
  input  wire        write_valid,                                   // BankedBuffer.cs
  input  wire [12:0] write_index,                                   // BankedBuffer.cs
  input  wire [1:0]  write_lanes,                                   // BankedBuffer.cs
  input  wire        write_parts,                                   // BankedBuffer.cs
  input  wire [63:0] write_data,                                    // BankedBuffer.cs
  input  wire        read_enable,                                   // BankedBuffer.cs
  input  wire [12:0] read_index,                                    // BankedBuffer.cs
  output wire [31:0] read_data                                      // BankedBuffer.cs
);

  reg [31:0] element_0;                                             // BankedBuffer.cs
  reg [31:0] element_1;                                             // BankedBuffer.cs
  reg first_bank;                                                   // BankedBuffer.cs
  wire [63:0] all;                                                  // BankedBuffer.cs
  reg [31:0] elements_0 [0:4095];                                   // BankedBuffer.cs
  reg [31:0] elements_1 [0:4095];                                   // BankedBuffer.cs

  assign all = {element_1, element_0};                              // BankedBuffer.cs
  assign read_data = all[{first_bank, 5'd0} +: 32];                 // BankedBuffer.cs

  initial begin
    first_bank = 1'b0;
    element_0 = 32'd0;
    element_1 = 32'd0;
  end

  always @(posedge clock) begin
    if (read_enable)                                                // BankedBuffer.cs
      first_bank <= read_index[0];                                  // BankedBuffer.cs
  end

  initial begin : elements_0_start
    integer n;
    for (n = 0; n < 4096; n = n + 1)
      elements_0[n] = 32'd0;
  end

  wire [11:0] elements_0_address_choice = (write_index[0] > 1'b0) ? write_index[12:1] + 12'd1
      : write_index[12:1];
  wire elements_0_enable_difference = -write_index[0];

  always @(posedge clock) begin
    if (write_valid && write_lanes[elements_0_enable_difference])   // BankedBuffer.cs
      elements_0[elements_0_address_choice] <= write_data[{-write_index[0], 5'd0} +: 32];  // BankedBuffer.cs
    if (read_enable)                                                // BankedBuffer.cs
      element_0 <= elements_0[read_index[12:1]];                    // BankedBuffer.cs
  end

  initial begin : elements_1_start
    integer n;
    for (n = 0; n < 4096; n = n + 1)
      elements_1[n] = 32'd0;
  end

  wire elements_1_enable_difference = 1'b1 - write_index[0];

  always @(posedge clock) begin
    if (write_valid && write_lanes[elements_1_enable_difference])   // BankedBuffer.cs
      elements_1[write_index[12:1]] <= write_data[{1'b1 - write_index[0], 5'd0} +: 32];  // BankedBuffer.cs
    if (read_enable)                                                // BankedBuffer.cs
      element_1 <= elements_1[read_index[12:1]];                    // BankedBuffer.cs
  end

  wire unused_ok = &{1'b0, write_parts};
endmodule
