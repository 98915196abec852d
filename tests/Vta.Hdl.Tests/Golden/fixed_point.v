// FixedPoint, described in tests/Vta.Hdl.Tests/Writing/OperatorSamples.cs
// Generated: change the description instead.
module FixedPoint (
  input  wire [7:0]  a,
  input  wire [2:0]  b,
  output wire [8:0]  sum,
  output wire [8:0]  difference,
  output wire [10:0] product,
  output wire        less,
  output wire [34:0] rounded,
  output wire [14:0] saturated,
  output wire [4:0]  wrapped,
  output wire [11:0] wider
);

  wire [5:0] sum_bits = {b, 3'd0};
  assign sum = {{1{a[7]}}, a} + {{3{sum_bits[5]}}, sum_bits};
  wire [5:0] difference_bits = {b, 3'd0};
  assign difference = {{1{a[7]}}, a} - {{3{difference_bits[5]}}, difference_bits};
  assign product = $signed(a) * $signed(b);
  wire [5:0] less_bits = {b, 3'd0};
  assign less = $signed(a) < $signed({{2{less_bits[5]}}, less_bits});
  wire [6:0] a_7_2_plus_a_1_and_a_0_or_a_2 = {{1{a[7]}}, a[7:2]} + {6'd0, a[1] && (a[0] || a[2])};
  wire [6:0] a_7_2_plus_a_1_and_a_0_or_not_a_7 = {{1{a[7]}}, a[7:2]} + {6'd0, a[1] && (a[0] || !a[7])};
  assign rounded = {a_7_2_plus_a_1_and_a_0_or_a_2, a_7_2_plus_a_1_and_a_0_or_not_a_7, {{1{a[7]}}, a[7:2]}
      + {6'd0, a[1]}, {{1{a[7]}}, a[7:2]} + {6'd0, a[7] && (a[1] || a[0])}, {1{a[7]}}, a[7:2]};
  wire [4:0] a_7_4_plus_a_3_and_any_a_2_0_or_a_4 = {{1{a[7]}}, a[7:4]} + {4'd0, a[3] && (|a[2:0] || a[4])};
  wire [2:0] saturated_choice = (&a_7_4_plus_a_3_and_any_a_2_0_or_a_4[4:2]
      || !(|a_7_4_plus_a_3_and_any_a_2_0_or_a_4[4:2]))
      ? a_7_4_plus_a_3_and_any_a_2_0_or_a_4[2:0] : a_7_4_plus_a_3_and_any_a_2_0_or_a_4[4] ? 3'd4 : 3'd3;
  wire [4:0] a_7_4_plus_a_3_and_any_a_2_0_or_not_a_7 = {{1{a[7]}}, a[7:4]} + {4'd0, a[3] && (|a[2:0] || !a[7])};
  wire [2:0] saturated_choice_2 = (&a_7_4_plus_a_3_and_any_a_2_0_or_not_a_7[4:2]
      || !(|a_7_4_plus_a_3_and_any_a_2_0_or_not_a_7[4:2]))
      ? a_7_4_plus_a_3_and_any_a_2_0_or_not_a_7[2:0] : a_7_4_plus_a_3_and_any_a_2_0_or_not_a_7[4] ? 3'd4 : 3'd3;
  wire [4:0] a_7_4_plus_a_3 = {{1{a[7]}}, a[7:4]} + {4'd0, a[3]};
  wire [2:0] saturated_choice_3 = (&a_7_4_plus_a_3[4:2] || !(|a_7_4_plus_a_3[4:2])) ? a_7_4_plus_a_3[2:0]
      : a_7_4_plus_a_3[4] ? 3'd4 : 3'd3;
  wire [4:0] a_7_4_plus_a_7_and_a_3_or_any_a_2_0 = {{1{a[7]}}, a[7:4]} + {4'd0, a[7] && (a[3] || |a[2:0])};
  wire [2:0] saturated_choice_4 = (&a_7_4_plus_a_7_and_a_3_or_any_a_2_0[4:2]
      || !(|a_7_4_plus_a_7_and_a_3_or_any_a_2_0[4:2]))
      ? a_7_4_plus_a_7_and_a_3_or_any_a_2_0[2:0] : a_7_4_plus_a_7_and_a_3_or_any_a_2_0[4] ? 3'd4 : 3'd3;
  assign saturated = {saturated_choice, saturated_choice_2, saturated_choice_3, saturated_choice_4,
      (&a[7:6] || !(|a[7:6])) ? a[6:4] : a[7] ? 3'd4 : 3'd3};
  assign wrapped = a[6:2] + {4'd0, a[1]};
  wire [9:0] wider_bits = {a, 2'd0};
  assign wider = {{2{wider_bits[9]}}, wider_bits};
endmodule
