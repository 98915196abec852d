// Parts, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module Parts (
  /* verilator lint_off UNOPTFLAT */
  input  wire        clock,
  input  wire        reset,
  input  wire [3:0]  index,                                         // PartSamples.cs
  input  wire [1:0]  column,                                        // PartSamples.cs
  input  wire [7:0]  data,                                          // PartSamples.cs
  input  wire        flag,                                          // PartSamples.cs
  input  wire        enable,                                        // PartSamples.cs
  output wire [7:0]  flags,                                         // PartSamples.cs
  output wire [31:0] bytes,                                         // PartSamples.cs
  output wire [49:0] odd,                                           // PartSamples.cs
  output wire [95:0] matrix,                                        // PartSamples.cs
  output wire [7:0]  halves,                                        // PartSamples.cs
  output wire [7:0]  prefix,                                        // PartSamples.cs
  output reg  [9:0]  decoded                                        // PartSamples.cs
  /* verilator lint_on UNOPTFLAT */
);

  reg [7:0] flags_reg;                                              // PartSamples.cs
  reg [31:0] bytes_reg;                                             // PartSamples.cs
  reg [49:0] odd_reg;                                               // PartSamples.cs
  reg [95:0] matrix_reg;                                            // PartSamples.cs

  assign flags = flags_reg;                                         // PartSamples.cs
  assign bytes = bytes_reg;                                         // PartSamples.cs
  assign odd = odd_reg;                                             // PartSamples.cs
  assign matrix = matrix_reg;                                       // PartSamples.cs
  assign halves[3:0] = data[7:4];                                   // PartSamples.cs
  assign halves[7:4] = enable ? data[3:0] : 4'd9;                   // PartSamples.cs
  assign prefix[0] = data[0];                                       // PartSamples.cs
  assign prefix[1] = prefix[0] ^ data[1];                           // PartSamples.cs
  assign prefix[2] = prefix[1] ^ data[2];                           // PartSamples.cs
  assign prefix[3] = prefix[2] ^ data[3];                           // PartSamples.cs
  assign prefix[4] = prefix[3] ^ data[4];                           // PartSamples.cs
  assign prefix[5] = prefix[4] ^ data[5];                           // PartSamples.cs
  assign prefix[6] = prefix[5] ^ data[6];                           // PartSamples.cs
  assign prefix[7] = prefix[6] ^ data[7];                           // PartSamples.cs

  always @* begin
    decoded = 10'd0;                                                // PartSamples.cs
    if (index < 4'd10)                                              // PartSamples.cs
      decoded[index] = 1'b1;                                        // PartSamples.cs
    if (enable)                                                     // PartSamples.cs
      decoded[9:8] = column;                                        // PartSamples.cs
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
      if (enable) begin                                             // PartSamples.cs
        flags_reg[3] <= flag;                                       // PartSamples.cs
        flags_reg[7:6] <= column;                                   // PartSamples.cs
      end else if (flag)                                            // PartSamples.cs
        if (index < 4'd8)                                           // PartSamples.cs
          flags_reg[index[2:0]] <= enable;                          // PartSamples.cs
      if (enable)                                                   // PartSamples.cs
        bytes_reg[{column, 3'd0} +: 8] <= data;                     // PartSamples.cs
      if (column < 2'd3)                                            // PartSamples.cs
        matrix_reg[matrix_sum +: 5] <= data[4:0];                   // PartSamples.cs
    end
  end

  wire [5:0] index_times_5 = {2'd0, index} * 6'd5;
  wire [5:0] column_plus_45 = {3'd0, 1'b0, column} + 6'd45;

  always @(posedge clock) begin
    if (index < 4'd10)                                              // PartSamples.cs
      odd_reg[index_times_5 +: 5] <= data[4:0];                     // PartSamples.cs
    if (enable)                                                     // PartSamples.cs
      odd_reg[column_plus_45] <= flag;                              // PartSamples.cs
  end
endmodule
