// Memories, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:84
// Generated: change the description instead.
module Memories (
  input  wire        clock,
  input  wire [3:0]  write_address,                                 // Samples.cs:84
  input  wire [3:0]  read_address,                                  // Samples.cs:85
  input  wire [31:0] word,                                          // Samples.cs:86
  input  wire [3:0]  mask,                                          // Samples.cs:87
  input  wire        enable,                                        // Samples.cs:88
  output wire [31:0] masked,                                        // Samples.cs:89
  output wire [7:0]  table_,                                        // Samples.cs:90
  output wire [31:0] small_,                                        // Samples.cs:91
  output reg  [31:0] odd                                            // Samples.cs:92
);

  reg [31:0] masked_data;                                           // Samples.cs:108
  reg [31:0] odd_data;                                              // Samples.cs:112
  reg [31:0] masked_2 [0:15];                                       // Samples.cs:96
  reg [7:0] table_2 [0:15];                                         // Samples.cs:97
  reg [31:0] small_2 [0:11];                                        // Samples.cs:98
  reg [31:0] odd_2 [0:11];                                          // Samples.cs:99

  assign masked = masked_data;                                      // Samples.cs:108
  assign table_ = table_2[read_address];                            // Samples.cs:109
  assign small_ = (read_address < 4'd12) ? small_2[read_address] : 32'd0;  // Samples.cs:110
  wire [31:0] small_2_at_write_address = (write_address < 4'd12) ? small_2[write_address] : 32'd0;

  always @* begin
    if (!enable)                                                    // Samples.cs:111
      odd = odd_data;                                               // Samples.cs:112
    else
      odd = small_2_at_write_address;                               // Samples.cs:114
  end

  initial begin
    masked_data = 32'd0;
    odd_data = 32'd0;
  end

  initial begin : masked_2_start
    integer n;
    for (n = 0; n < 16; n = n + 1)
      masked_2[n] = 32'd0;
  end

  wire [3:0] masked_2_mask = {4{enable}} & mask;

  always @(posedge clock) begin : masked_2_ports
    integer n;
    for (n = 0; n < 4; n = n + 1)                                   // Samples.cs:103
      if (masked_2_mask[n])
        masked_2[write_address][n*8 +: 8] <= word[n*8 +: 8];
    masked_data <= masked_2[read_address];                          // Samples.cs:108
  end

  initial begin : table_2_start
    table_2[0] = 8'd0;
    table_2[1] = 8'd1;
    table_2[2] = 8'd4;
    table_2[3] = 8'd9;
    table_2[4] = 8'd16;
    table_2[5] = 8'd25;
    table_2[6] = 8'd36;
    table_2[7] = 8'd49;
    table_2[8] = 8'd64;
    table_2[9] = 8'd81;
    table_2[10] = 8'd100;
    table_2[11] = 8'd121;
    table_2[12] = 8'd144;
    table_2[13] = 8'd169;
    table_2[14] = 8'd196;
    table_2[15] = 8'd225;
  end

  initial begin : small_2_start
    integer n;
    for (n = 0; n < 12; n = n + 1)
      small_2[n] = 32'd0;
  end

  always @(posedge clock) begin
    if (enable)                                                     // Samples.cs:104
      small_2[write_address] <= word;                               // Samples.cs:104
  end

  initial begin : odd_2_start
    integer n;
    for (n = 0; n < 12; n = n + 1)
      odd_2[n] = 32'd0;
  end

  always @(posedge clock) begin
    if (enable)                                                     // Samples.cs:105
      odd_2[write_address] <= word;                                 // Samples.cs:105
    if (!enable) begin                                              // Samples.cs:112
      odd_data <= odd_2[read_address];                              // Samples.cs:112
      if (read_address >= 4'd12)
        odd_data <= 32'd0;
    end
  end

endmodule
