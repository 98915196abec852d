// Parts, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module Parts (
  /* verilator lint_off UNOPTFLAT */
  input  wire        clock,
  input  wire        reset,
  input  wire [3:0]  index,
  input  wire [1:0]  column,
  input  wire [7:0]  data,
  input  wire        flag,
  input  wire        enable,
  output wire [7:0]  flags,
  output wire [31:0] bytes,
  output wire [49:0] odd,
  output wire [95:0] matrix,
  output wire [7:0]  halves,
  output wire [7:0]  prefix,
  output reg  [9:0]  decoded
  /* verilator lint_on UNOPTFLAT */
);

  reg [7:0] flags_reg;
  reg [31:0] bytes_reg;
  reg [49:0] odd_reg;
  reg [95:0] matrix_reg;

  assign flags = flags_reg;
  assign bytes = bytes_reg;
  assign odd = odd_reg;
  assign matrix = matrix_reg;
  assign halves[3:0] = data[7:4];
  assign halves[7:4] = enable ? data[3:0] : 4'd9;
  assign prefix[0] = data[0];
  assign prefix[1] = prefix[0] ^ data[1];
  assign prefix[2] = prefix[1] ^ data[2];
  assign prefix[3] = prefix[2] ^ data[3];
  assign prefix[4] = prefix[3] ^ data[4];
  assign prefix[5] = prefix[4] ^ data[5];
  assign prefix[6] = prefix[5] ^ data[6];
  assign prefix[7] = prefix[6] ^ data[7];

  always @* begin
    decoded = 10'd0;
    if (index < 4'd10)
      decoded[index] = 1'b1;
    if (enable)
      decoded[9:8] = column;
  end

  initial begin
    odd_reg = 50'd0;
  end

  wire [6:0] matrix_sum = {5'd0, index[3:2]} * 7'd24 + {2'd0, column, 3'd0} + 7'd2;

  always @(posedge clock) begin
    if (reset) begin
      flags_reg <= 8'd129;
      bytes_reg <= 32'd0;
      matrix_reg <= 96'd0;
    end else begin
      if (enable) begin
        flags_reg[3] <= flag;
        flags_reg[7:6] <= column;
      end else if (flag)
        if (index < 4'd8)
          flags_reg[index[2:0]] <= enable;
      if (enable)
        bytes_reg[{column, 3'd0} +: 8] <= data;
      if (column < 2'd3)
        matrix_reg[matrix_sum +: 5] <= data[4:0];
    end
  end

  wire [5:0] index_times_5 = {2'd0, index} * 6'd5;
  wire [5:0] column_plus_45 = {3'd0, 1'b0, column} + 6'd45;

  always @(posedge clock) begin
    if (index < 4'd10)
      odd_reg[index_times_5 +: 5] <= data[4:0];
    if (enable)
      odd_reg[column_plus_45] <= flag;
  end
endmodule
