// BitOperators, described in tests/Vta.Hdl.Tests/Writing/OperatorSamples.cs
// Generated: change the description instead.
module BitOperators (
  input  wire [10:0] a,
  input  wire [3:0]  b,
  input  wire [3:0]  amount,
  output wire [10:0] reversed,
  output wire [10:0] rotated_left,
  output wire [10:0] rotated_right,
  output wire [10:0] by_four,
  output wire [3:0]  ones,
  output wire [3:0]  leading,
  output wire [3:0]  trailing,
  output wire [3:0]  first,
  output wire        is_any,
  output wire [3:0]  most,
  output wire [3:0]  least,
  output wire [3:0]  magnitude
);

  function automatic [3:0] sum_11x1;
    input [10:0] elements;
    integer n;
    begin
      sum_11x1 = {{3{1'b0}}, elements[0:0]};
      for (n = 1; n < 11; n = n + 1)
        sum_11x1 = sum_11x1 + {{3{1'b0}}, elements[n*1 +: 1]};
    end
  endfunction

  assign reversed = {a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10]};
  wire [10:0] rotated_left_choice_3 = amount[0] ? {a[9:0], a[10]} : a;
  wire [10:0] rotated_left_choice_2 = amount[1] ? {rotated_left_choice_3[8:0], rotated_left_choice_3[10:9]}
      : rotated_left_choice_3;
  wire [10:0] rotated_left_choice = amount[2] ? {rotated_left_choice_2[6:0], rotated_left_choice_2[10:7]}
      : rotated_left_choice_2;
  assign rotated_left = amount[3] ? {rotated_left_choice[2:0], rotated_left_choice[10:3]} : rotated_left_choice;
  wire [10:0] rotated_right_choice_3 = amount[0] ? {a[0], a[10:1]} : a;
  wire [10:0] rotated_right_choice_2 = amount[1] ? {rotated_right_choice_3[1:0], rotated_right_choice_3[10:2]}
      : rotated_right_choice_3;
  wire [10:0] rotated_right_choice = amount[2] ? {rotated_right_choice_2[3:0], rotated_right_choice_2[10:4]}
      : rotated_right_choice_2;
  assign rotated_right = amount[3] ? {rotated_right_choice[7:0], rotated_right_choice[10:8]}
      : rotated_right_choice;
  assign by_four = {a[6:0], a[10:7]} & {a[6:0], a[10:7]};
  assign ones = sum_11x1(a);
  wire [1:0] leading_choice = (|a[10:7]) ? {!(|a[10:9]), (|a[10:9]) ? !a[10] : !a[8]}
      : {!(|a[6:5]), (|a[6:5]) ? !a[6] : !a[4]};
  wire [3:0] leading_bits = {!(|a[10:3]), (|a[10:3]) ? {!(|a[10:7]), leading_choice}
      : {1'b0, !(|a[2:1]), (|a[2:1]) ? !a[2] : 1'b0}};
  assign leading = (|a) ? leading_bits : 4'd11;
  wire [1:0] trailing_choice = (|a[3:0]) ? {!(|a[1:0]), (|a[1:0]) ? !a[0] : !a[2]}
      : {!(|a[5:4]), (|a[5:4]) ? !a[4] : !a[6]};
  wire [3:0] trailing_bits = {!(|a[7:0]), (|a[7:0]) ? {!(|a[3:0]), trailing_choice}
      : {1'b0, !(|a[9:8]), (|a[9:8]) ? !a[8] : 1'b0}};
  assign trailing = (|a) ? trailing_bits : 4'd11;
  wire [1:0] first_choice = (|a[3:0]) ? {!(|a[1:0]), (|a[1:0]) ? !a[0] : !a[2]}
      : {!(|a[5:4]), (|a[5:4]) ? !a[4] : !a[6]};
  assign first = {!(|a[7:0]), (|a[7:0]) ? {!(|a[3:0]), first_choice}
      : {1'b0, !(|a[9:8]), (|a[9:8]) ? !a[8] : 1'b0}};
  assign is_any = |a;
  assign most = ($signed(b) < -4'sd3) ? 4'd13 : b;
  assign least = ($signed(b) < $signed(amount)) ? b : amount;
  assign magnitude = b[3] ? -b : b;
endmodule
