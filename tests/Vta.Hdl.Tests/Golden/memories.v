// Memories, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Memories (
  input  wire        clock,
  input  wire [3:0]  write_address,
  input  wire [3:0]  read_address,
  input  wire [31:0] word,
  input  wire [3:0]  mask,
  input  wire        enable,
  output wire [31:0] masked,
  output wire [7:0]  table_,
  output wire [31:0] small_,
  output reg  [31:0] odd
);

  reg [31:0] masked_data;
  reg [31:0] odd_words_data;
  reg [31:0] masked_words [0:15];
  reg [7:0] table_words [0:15];
  reg [31:0] small_words [0:11];
  reg [31:0] odd_words [0:11];

  assign masked = masked_data;
  assign table_ = table_words[read_address];
  assign small_ = (read_address < 4'd12) ? small_words[read_address] : 32'd0;
  wire [31:0] small_words_at_write_address = (write_address < 4'd12) ? small_words[write_address] : 32'd0;

  always @* begin
    if (!enable)
      odd = odd_words_data;
    else
      odd = small_words_at_write_address;
  end

  initial begin
    masked_data = 32'd0;
    odd_words_data = 32'd0;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : masked_words_start
    integer n;
    for (n = 0; n < 16; n = n + 1)
      masked_words[n] = 32'd0;
  end
  `endif

  wire [3:0] masked_words_mask = {4{enable}} & mask;

  always @(posedge clock) begin : masked_words_ports
    integer n;
    for (n = 0; n < 4; n = n + 1)
      if (masked_words_mask[n])
        masked_words[write_address][n*8 +: 8] <= word[n*8 +: 8];
    masked_data <= masked_words[read_address];
  end

  initial begin : table_words_start
    table_words[0] = 8'd0;
    table_words[1] = 8'd1;
    table_words[2] = 8'd4;
    table_words[3] = 8'd9;
    table_words[4] = 8'd16;
    table_words[5] = 8'd25;
    table_words[6] = 8'd36;
    table_words[7] = 8'd49;
    table_words[8] = 8'd64;
    table_words[9] = 8'd81;
    table_words[10] = 8'd100;
    table_words[11] = 8'd121;
    table_words[12] = 8'd144;
    table_words[13] = 8'd169;
    table_words[14] = 8'd196;
    table_words[15] = 8'd225;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : small_words_start
    integer n;
    for (n = 0; n < 12; n = n + 1)
      small_words[n] = 32'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enable)
      small_words[write_address] <= word;
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : odd_words_start
    integer n;
    for (n = 0; n < 12; n = n + 1)
      odd_words[n] = 32'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enable)
      odd_words[write_address] <= word;
    if (!enable) begin
      odd_words_data <= odd_words[read_address];
      if (read_address >= 4'd12)
        odd_words_data <= 32'd0;
    end
  end
endmodule
