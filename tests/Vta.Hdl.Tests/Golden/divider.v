// Divider_8x3, described in src/Vta.Hdl/Library/Divider.cs
//   width = 8
//   cycles = 3
// Generated: change the description instead.
module Divider_8x3 (
  input  wire       clock,
  input  wire [7:0] dividend,
  input  wire [7:0] divisor,
  output wire [7:0] quotient,
  output wire [7:0] remainder
);

  reg [7:0] quotient_1;
  reg [7:0] remainder_1;
  reg [7:0] divisor_1;
  reg [7:0] quotient_2;
  reg [7:0] remainder_2;
  reg [7:0] divisor_2;
  reg [7:0] quotient_3;
  reg [7:0] remainder_3;

  assign quotient = quotient_3;
  assign remainder = remainder_3;

  initial begin
    quotient_1 = 8'd0;
    remainder_1 = 8'd0;
    divisor_1 = 8'd0;
    quotient_2 = 8'd0;
    remainder_2 = 8'd0;
    divisor_2 = 8'd0;
    quotient_3 = 8'd0;
    remainder_3 = 8'd0;
  end

  wire quotient_1_condition = {8'd0, dividend[7]} >= {1'b0, divisor};
  wire [8:0] quotient_1_bits = {quotient_1_condition ? {7'd0, dividend[7]} - divisor : {7'd0, dividend[7]},
      dividend[6]};
  wire quotient_1_condition_2 = quotient_1_bits >= {1'b0, divisor};
  wire [8:0] remainder_1_choice = quotient_1_condition_2 ? quotient_1_bits - {1'b0, divisor} : quotient_1_bits;
  wire quotient_2_condition = {remainder_1, quotient_1[7]} >= {1'b0, divisor_1};
  wire [8:0] quotient_2_bits = {quotient_2_condition ? {remainder_1[6:0], quotient_1[7]} - divisor_1
      : {remainder_1[6:0], quotient_1[7]}, quotient_1[6]};
  wire quotient_2_condition_2 = quotient_2_bits >= {1'b0, divisor_1};
  wire [8:0] quotient_2_choice = quotient_2_condition_2 ? quotient_2_bits - {1'b0, divisor_1} : quotient_2_bits;
  wire [8:0] quotient_2_bits_2 = {quotient_2_choice[7:0], quotient_1[5]};
  wire quotient_2_condition_3 = quotient_2_bits_2 >= {1'b0, divisor_1};
  wire [8:0] remainder_2_choice = quotient_2_condition_3 ? quotient_2_bits_2 - {1'b0, divisor_1}
      : quotient_2_bits_2;
  wire quotient_3_condition = {remainder_2, quotient_2[7]} >= {1'b0, divisor_2};
  wire [8:0] quotient_3_bits = {quotient_3_condition ? {remainder_2[6:0], quotient_2[7]} - divisor_2
      : {remainder_2[6:0], quotient_2[7]}, quotient_2[6]};
  wire quotient_3_condition_2 = quotient_3_bits >= {1'b0, divisor_2};
  wire [8:0] quotient_3_choice = quotient_3_condition_2 ? quotient_3_bits - {1'b0, divisor_2} : quotient_3_bits;
  wire [8:0] quotient_3_bits_2 = {quotient_3_choice[7:0], quotient_2[5]};
  wire quotient_3_condition_3 = quotient_3_bits_2 >= {1'b0, divisor_2};
  wire [8:0] remainder_3_choice = quotient_3_condition_3 ? quotient_3_bits_2 - {1'b0, divisor_2}
      : quotient_3_bits_2;

  always @(posedge clock) begin
    quotient_1 <= {dividend[5:0], quotient_1_condition, quotient_1_condition_2};
    remainder_1 <= remainder_1_choice[7:0];
    divisor_1 <= divisor;
    quotient_2 <= {quotient_1[4:0], quotient_2_condition, quotient_2_condition_2, quotient_2_condition_3};
    remainder_2 <= remainder_2_choice[7:0];
    divisor_2 <= divisor_1;
    quotient_3 <= {quotient_2[4:0], quotient_3_condition, quotient_3_condition_2, quotient_3_condition_3};
    remainder_3 <= remainder_3_choice[7:0];
  end

  wire unused_ok = &{1'b0, remainder_1_choice[8], quotient_2_choice[8], remainder_2_choice[8],
      quotient_3_choice[8], remainder_3_choice[8]};
endmodule
