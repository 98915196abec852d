// MultiplyAccumulate_4x8, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
//   rows = 4
//   columns = 8
// Generated: change the description instead.
module MultiplyAccumulate_4x8 (
  input  wire         clock,
  input  wire         reset,
  input  wire [63:0]  vector_,
  input  wire [255:0] matrix,
  input  wire         clear,
  output wire [127:0] sums,
  output wire [31:0]  clipped
);

  wire [127:0] products;
  reg [127:0] sums_reg;

  genvar i, j;

  function automatic [31:0] sum_8x32;
    input [255:0] elements;
    integer n;
    begin
      sum_8x32 = elements[31:0];
      for (n = 1; n < 8; n = n + 1)
        sum_8x32 = sum_8x32 + elements[n*32 +: 32];
    end
  endfunction

  generate
    for (i = 0; i < 4; i = i + 1) begin : products_lane
      wire [255:0] products_products;
      for (j = 0; j < 8; j = j + 1) begin : products_products_lane
        assign products_products[j*32 +: 32] = $signed(matrix[i*64 + j*8 +: 8]) * $signed(vector_[j*8 +: 8]);
      end
      assign products[i*32 +: 32] = sum_8x32(products_products);
    end
  endgenerate

  assign sums = sums_reg;

  generate
    for (i = 0; i < 4; i = i + 1) begin : clipped_lane
      assign clipped[i*8 +: 8] = ($signed(sums_reg[i*32 +: 32]) > 32'sd127) ? 8'd127
          : ($signed(sums_reg[i*32 +: 32]) < -32'sd128) ? 8'd128 : sums_reg[i*32 +: 8];
    end
  endgenerate

  always @(posedge clock) begin : lanes
    integer n;
    if (reset) begin
      sums_reg <= 128'd0;
    end else begin
      for (n = 0; n < 4; n = n + 1)
        sums_reg[n*32 +: 32] <= (clear ? 32'd0 : sums_reg[n*32 +: 32]) + products[n*32 +: 32];
    end
  end
endmodule
