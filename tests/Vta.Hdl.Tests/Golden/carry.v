// Carry, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Carry (
  /* verilator lint_off UNOPTFLAT */
  input  wire [3:0] a,
  input  wire [3:0] b,
  output wire [4:0] c,
  output wire [4:0] d
  /* verilator lint_on UNOPTFLAT */
);

  /* verilator lint_off UNOPTFLAT */
  wire [4:0] below;
  /* verilator lint_on UNOPTFLAT */

  wire a_3_and_b_3_or_c_3_and_a_3_or_b_3 = (a[3] && b[3]) || (c[3] && (a[3] || b[3]));
  assign c = {a_3_and_b_3_or_c_3_and_a_3_or_b_3, (a[2] && b[2]) || (c[2] && (a[2] || b[2])), (a[1] && b[1])
      || (c[1] && (a[1] || b[1])), (a[0] && b[0]) || (c[0] && (a[0] || b[0])), 1'b0};
  assign below = {below[3] && a[3], below[2] && a[2], below[1] && a[1], below[0] && a[0], 1'b1};
  assign d = below;
endmodule
