// GemmCore, described in hw/Vta.Hardware/Compute/GemmCore.cs
// Generated: change the description instead.
module GemmCore (
  input  wire          clock,
  input  wire [127:0]  inp,                                         // GemmCore.cs
  input  wire [2047:0] wgt,                                         // GemmCore.cs
  output wire [319:0]  sums                                         // GemmCore.cs
);

  reg [4095:0] products;                                            // GemmCore.cs
  reg [319:0] sums_reg;                                             // GemmCore.cs
  genvar i, j;

  assign sums = sums_reg;                                           // GemmCore.cs

  initial begin
    products = 4096'd0;
    sums_reg = 320'd0;
  end

  wire [4095:0] products_products_products;
  generate
    for (i = 0; i < 16; i = i + 1) begin : products_products_products_lane
      for (j = 0; j < 16; j = j + 1) begin : products_products_products_lane_2
        assign products_products_products[i*256 + j*16 +: 16] = $signed(inp[j*8 +: 8]) * $signed(wgt[i*128 + j*8 +: 8]);
      end
    end
  endgenerate
  wire [4095:0] products_products = products_products_products;
  wire [319:0] sums_reg_sums_sums;
  generate
    for (i = 0; i < 16; i = i + 1) begin : sums_reg_sums_sums_lane
      reg [19:0] sums_reg_sums_sums_sum;
      wire [319:0] sums_reg_sums_sums_sum_values;
      for (j = 0; j < 16; j = j + 1) begin : sums_reg_sums_sums_sum_values_lane
        assign sums_reg_sums_sums_sum_values[j*20 +: 20] = {{4{products[i*256 + j*16 + 15]}}, products[i*256 + j*16 +: 16]};
      end
      always @* begin : sums_reg_sums_sums_sum_reduce
        integer n;
        sums_reg_sums_sums_sum = sums_reg_sums_sums_sum_values[19:0];
        for (n = 1; n < 16; n = n + 1)
          sums_reg_sums_sums_sum = sums_reg_sums_sums_sum + sums_reg_sums_sums_sum_values[n*20 +: 20];
      end
      assign sums_reg_sums_sums[i*20 +: 20] = sums_reg_sums_sums_sum;
    end
  endgenerate
  wire [319:0] sums_reg_sums = sums_reg_sums_sums;

  always @(posedge clock) begin
    products <= products_products;                                  // GemmCore.cs
    sums_reg <= sums_reg_sums;                                      // GemmCore.cs
  end

endmodule
