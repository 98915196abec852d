// Divisions, described in tests/Vta.Hdl.Tests/Writing/OperatorSamples.cs
// Generated: change the description instead.
module Divisions (
  input  wire [5:0] a,
  input  wire [3:0] b,
  output wire [5:0] quotient,
  output wire [3:0] remainder,
  output wire [5:0] signed_quotient,
  output wire [3:0] signed_remainder,
  output wire [5:0] digit,
  output wire [5:0] third
);

  wire quotient_condition = {4'd0, a[5]} >= {1'b0, b};
  wire [4:0] quotient_bits = {quotient_condition ? {3'd0, a[5]} - b : {3'd0, a[5]}, a[4]};
  wire quotient_condition_2 = quotient_bits >= {1'b0, b};
  wire [4:0] quotient_choice = quotient_condition_2 ? quotient_bits - {1'b0, b} : quotient_bits;
  wire [4:0] quotient_bits_2 = {quotient_choice[3:0], a[3]};
  wire quotient_condition_3 = quotient_bits_2 >= {1'b0, b};
  wire [4:0] quotient_choice_2 = quotient_condition_3 ? quotient_bits_2 - {1'b0, b} : quotient_bits_2;
  wire [4:0] quotient_bits_3 = {quotient_choice_2[3:0], a[2]};
  wire quotient_condition_4 = quotient_bits_3 >= {1'b0, b};
  wire [4:0] quotient_choice_3 = quotient_condition_4 ? quotient_bits_3 - {1'b0, b} : quotient_bits_3;
  wire [4:0] quotient_bits_4 = {quotient_choice_3[3:0], a[1]};
  wire quotient_condition_5 = quotient_bits_4 >= {1'b0, b};
  wire [4:0] quotient_choice_4 = quotient_condition_5 ? quotient_bits_4 - {1'b0, b} : quotient_bits_4;
  assign quotient = {quotient_condition, quotient_condition_2, quotient_condition_3, quotient_condition_4,
      quotient_condition_5, {quotient_choice_4[3:0], a[0]} >= {1'b0, b}};
  wire [4:0] remainder_bits_5 = {({4'd0, a[5]} >= {1'b0, b}) ? {3'd0, a[5]} - b : {3'd0, a[5]}, a[4]};
  wire [4:0] remainder_choice_5 = (remainder_bits_5 >= {1'b0, b}) ? remainder_bits_5 - {1'b0, b}
      : remainder_bits_5;
  wire [4:0] remainder_bits_4 = {remainder_choice_5[3:0], a[3]};
  wire [4:0] remainder_choice_4 = (remainder_bits_4 >= {1'b0, b}) ? remainder_bits_4 - {1'b0, b}
      : remainder_bits_4;
  wire [4:0] remainder_bits_3 = {remainder_choice_4[3:0], a[2]};
  wire [4:0] remainder_choice_3 = (remainder_bits_3 >= {1'b0, b}) ? remainder_bits_3 - {1'b0, b}
      : remainder_bits_3;
  wire [4:0] remainder_bits_2 = {remainder_choice_3[3:0], a[1]};
  wire [4:0] remainder_choice_2 = (remainder_bits_2 >= {1'b0, b}) ? remainder_bits_2 - {1'b0, b}
      : remainder_bits_2;
  wire [4:0] remainder_bits = {remainder_choice_2[3:0], a[0]};
  wire [4:0] remainder_choice = (remainder_bits >= {1'b0, b}) ? remainder_bits - {1'b0, b} : remainder_bits;
  assign remainder = remainder_choice[3:0];
  wire [5:0] signed_quotient_choice = a[5] ? -a : a;
  wire [4:0] signed_quotient_bits_2 = {4'd0, signed_quotient_choice[5]};
  wire [3:0] signed_quotient_choice_2 = b[3] ? -b : b;
  wire signed_quotient_condition = signed_quotient_bits_2 >= {1'b0, signed_quotient_choice_2};
  wire [4:0] signed_quotient_choice_3 = signed_quotient_condition
      ? signed_quotient_bits_2 - {1'b0, signed_quotient_choice_2} : signed_quotient_bits_2;
  wire [4:0] signed_quotient_bits_3 = {signed_quotient_choice_3[3:0], signed_quotient_choice[4]};
  wire signed_quotient_condition_2 = signed_quotient_bits_3 >= {1'b0, signed_quotient_choice_2};
  wire [4:0] signed_quotient_choice_4 = signed_quotient_condition_2
      ? signed_quotient_bits_3 - {1'b0, signed_quotient_choice_2} : signed_quotient_bits_3;
  wire [4:0] signed_quotient_bits_4 = {signed_quotient_choice_4[3:0], signed_quotient_choice[3]};
  wire signed_quotient_condition_3 = signed_quotient_bits_4 >= {1'b0, signed_quotient_choice_2};
  wire [4:0] signed_quotient_choice_5 = signed_quotient_condition_3
      ? signed_quotient_bits_4 - {1'b0, signed_quotient_choice_2} : signed_quotient_bits_4;
  wire [4:0] signed_quotient_bits_5 = {signed_quotient_choice_5[3:0], signed_quotient_choice[2]};
  wire signed_quotient_condition_4 = signed_quotient_bits_5 >= {1'b0, signed_quotient_choice_2};
  wire [4:0] signed_quotient_choice_6 = signed_quotient_condition_4
      ? signed_quotient_bits_5 - {1'b0, signed_quotient_choice_2} : signed_quotient_bits_5;
  wire [4:0] signed_quotient_bits_6 = {signed_quotient_choice_6[3:0], signed_quotient_choice[1]};
  wire signed_quotient_condition_5 = signed_quotient_bits_6 >= {1'b0, signed_quotient_choice_2};
  wire [4:0] signed_quotient_choice_7 = signed_quotient_condition_5
      ? signed_quotient_bits_6 - {1'b0, signed_quotient_choice_2} : signed_quotient_bits_6;
  wire [5:0] signed_quotient_bits = {signed_quotient_condition, signed_quotient_condition_2,
      signed_quotient_condition_3, signed_quotient_condition_4, signed_quotient_condition_5,
      {signed_quotient_choice_7[3:0], signed_quotient_choice[0]} >= {1'b0, signed_quotient_choice_2}};
  assign signed_quotient = ((a[5] ^ b[3]) && |b) ? -signed_quotient_bits : signed_quotient_bits;
  wire [5:0] signed_remainder_choice_7 = a[5] ? -a : a;
  wire [4:0] signed_remainder_bits_6 = {4'd0, signed_remainder_choice_7[5]};
  wire [3:0] signed_remainder_choice_8 = b[3] ? -b : b;
  wire [4:0] signed_remainder_choice_6 = (signed_remainder_bits_6 >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits_6 - {1'b0, signed_remainder_choice_8} : signed_remainder_bits_6;
  wire [4:0] signed_remainder_bits_5 = {signed_remainder_choice_6[3:0], signed_remainder_choice_7[4]};
  wire [4:0] signed_remainder_choice_5 = (signed_remainder_bits_5 >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits_5 - {1'b0, signed_remainder_choice_8} : signed_remainder_bits_5;
  wire [4:0] signed_remainder_bits_4 = {signed_remainder_choice_5[3:0], signed_remainder_choice_7[3]};
  wire [4:0] signed_remainder_choice_4 = (signed_remainder_bits_4 >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits_4 - {1'b0, signed_remainder_choice_8} : signed_remainder_bits_4;
  wire [4:0] signed_remainder_bits_3 = {signed_remainder_choice_4[3:0], signed_remainder_choice_7[2]};
  wire [4:0] signed_remainder_choice_3 = (signed_remainder_bits_3 >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits_3 - {1'b0, signed_remainder_choice_8} : signed_remainder_bits_3;
  wire [4:0] signed_remainder_bits_2 = {signed_remainder_choice_3[3:0], signed_remainder_choice_7[1]};
  wire [4:0] signed_remainder_choice_2 = (signed_remainder_bits_2 >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits_2 - {1'b0, signed_remainder_choice_8} : signed_remainder_bits_2;
  wire [4:0] signed_remainder_bits = {signed_remainder_choice_2[3:0], signed_remainder_choice_7[0]};
  wire [4:0] signed_remainder_choice = (signed_remainder_bits >= {1'b0, signed_remainder_choice_8})
      ? signed_remainder_bits - {1'b0, signed_remainder_choice_8} : signed_remainder_bits;
  wire [3:0] signed_remainder_value = signed_remainder_choice[3:0];
  assign signed_remainder = a[5] ? -signed_remainder_value : signed_remainder_value;
  wire [4:0] digit_bits_5 = {({4'd0, a[5]} >= 5'd10) ? {3'd0, a[5]} - 4'd10 : {3'd0, a[5]}, a[4]};
  wire [4:0] digit_choice_5 = (digit_bits_5 >= 5'd10) ? digit_bits_5 - 5'd10 : digit_bits_5;
  wire [4:0] digit_bits_4 = {digit_choice_5[3:0], a[3]};
  wire [4:0] digit_choice_4 = (digit_bits_4 >= 5'd10) ? digit_bits_4 - 5'd10 : digit_bits_4;
  wire [4:0] digit_bits_3 = {digit_choice_4[3:0], a[2]};
  wire [4:0] digit_choice_3 = (digit_bits_3 >= 5'd10) ? digit_bits_3 - 5'd10 : digit_bits_3;
  wire [4:0] digit_bits_2 = {digit_choice_3[3:0], a[1]};
  wire [4:0] digit_choice_2 = (digit_bits_2 >= 5'd10) ? digit_bits_2 - 5'd10 : digit_bits_2;
  wire [4:0] digit_bits = {digit_choice_2[3:0], a[0]};
  wire [4:0] digit_choice = (digit_bits >= 5'd10) ? digit_bits - 5'd10 : digit_bits;
  assign digit = {2'd0, digit_choice[3:0]};
  wire [5:0] third_choice = a[5] ? -a : a;
  wire [2:0] third_bits_2 = {2'd0, third_choice[5]};
  wire third_condition = third_bits_2 >= 3'd3;
  wire [2:0] third_choice_2 = third_condition ? third_bits_2 - 3'd3 : third_bits_2;
  wire [2:0] third_bits_3 = {third_choice_2[1:0], third_choice[4]};
  wire third_condition_2 = third_bits_3 >= 3'd3;
  wire [2:0] third_choice_3 = third_condition_2 ? third_bits_3 - 3'd3 : third_bits_3;
  wire [2:0] third_bits_4 = {third_choice_3[1:0], third_choice[3]};
  wire third_condition_3 = third_bits_4 >= 3'd3;
  wire [2:0] third_choice_4 = third_condition_3 ? third_bits_4 - 3'd3 : third_bits_4;
  wire [2:0] third_bits_5 = {third_choice_4[1:0], third_choice[2]};
  wire third_condition_4 = third_bits_5 >= 3'd3;
  wire [2:0] third_choice_5 = third_condition_4 ? third_bits_5 - 3'd3 : third_bits_5;
  wire [2:0] third_bits_6 = {third_choice_5[1:0], third_choice[1]};
  wire third_condition_5 = third_bits_6 >= 3'd3;
  wire [2:0] third_choice_6 = third_condition_5 ? third_bits_6 - 3'd3 : third_bits_6;
  wire [5:0] third_bits = {third_condition, third_condition_2, third_condition_3, third_condition_4,
      third_condition_5, {third_choice_6[1:0], third_choice[0]} >= 3'd3};
  assign third = ((a[5] ^ 1'b1) && |6'd61) ? -third_bits : third_bits;
  wire unused_ok = &{1'b0, quotient_choice[4], quotient_choice_2[4], quotient_choice_3[4],
      quotient_choice_4[4], remainder_choice[4], remainder_choice_2[4], remainder_choice_3[4],
      remainder_choice_4[4], remainder_choice_5[4], signed_quotient_choice_3[4], signed_quotient_choice_4[4],
      signed_quotient_choice_5[4], signed_quotient_choice_6[4], signed_quotient_choice_7[4],
      signed_remainder_choice[4], signed_remainder_choice_2[4], signed_remainder_choice_3[4],
      signed_remainder_choice_4[4], signed_remainder_choice_5[4], signed_remainder_choice_6[4],
      digit_choice[4], digit_choice_2[4], digit_choice_3[4], digit_choice_4[4], digit_choice_5[4],
      third_choice_2[2], third_choice_3[2], third_choice_4[2], third_choice_5[2], third_choice_6[2]};
endmodule
