// GemmCore, described in hw/Vta.Hardware/Compute/GemmCore.cs
// Generated: change the description instead.
module GemmCore (
  input  wire          clock,
  input  wire [127:0]  inp,
  input  wire [2047:0] wgt,
  output wire [319:0]  sums
);

  reg [4095:0] products;
  reg [319:0] sums_reg;

  genvar i, j;

  function automatic [19:0] sum_16x16;
    input [255:0] elements;
    integer n;
    begin
      sum_16x16 = {{4{elements[15]}}, elements[15:0]};
      for (n = 1; n < 16; n = n + 1)
        sum_16x16 = sum_16x16 + {{4{elements[n*16 + 15]}}, elements[n*16 +: 16]};
    end
  endfunction

  assign sums = sums_reg;

  initial begin
    products = 4096'd0;
    sums_reg = 320'd0;
  end

  wire [4095:0] products_next;
  generate
    for (i = 0; i < 16; i = i + 1) begin : products_next_lane
      for (j = 0; j < 16; j = j + 1) begin : products_next_lane_2
        assign products_next[i*256 + j*16 +: 16] = $signed(inp[j*8 +: 8]) * $signed(wgt[i*128 + j*8 +: 8]);
      end
    end
  endgenerate

  wire [319:0] sums_next;
  generate
    for (i = 0; i < 16; i = i + 1) begin : sums_next_lane
      assign sums_next[i*20 +: 20] = sum_16x16(products[i*256 +: 256]);
    end
  endgenerate

  always @(posedge clock) begin
    products <= products_next;
    sums_reg <= sums_next;
  end
endmodule
