// GemmCore, described in hw/Vta.Hardware/Computing/GemmCore.cs
// Generated: change the description instead.
module GemmCore (
  input  wire          clock,
  input  wire [127:0]  inp,
  input  wire [2047:0] wgt,
  output wire [319:0]  sums
);

  reg [4095:0] products;
  reg [319:0] sums_reg;

  function automatic [19:0] sum_16x16;
    input [255:0] elements;
    integer n;
    reg signed [19:0] sum;
    begin
      /* verilator lint_off WIDTH */
      sum = $signed(elements[15:0]);
      for (n = 1; n < 16; n = n + 1)
        sum = sum + $signed(elements[n*16 +: 16]);
      /* verilator lint_on WIDTH */
      sum_16x16 = sum;
    end
  endfunction

  assign sums = sums_reg;

  initial begin
    products = 4096'd0;
    sums_reg = 320'd0;
  end

  always @(posedge clock) begin : lanes
    integer n, m;
    for (n = 0; n < 16; n = n + 1)
      for (m = 0; m < 16; m = m + 1)
        products[n*256 + m*16 +: 16] <= $signed(inp[m*8 +: 8]) * $signed(wgt[n*128 + m*8 +: 8]);
    for (n = 0; n < 16; n = n + 1)
      sums_reg[n*20 +: 20] <= sum_16x16(products[n*256 +: 256]);
  end
endmodule
