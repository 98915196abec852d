// Operators, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Operators (
  input  wire [11:0] a,
  input  wire [11:0] b,
  input  wire [7:0]  s,
  input  wire [7:0]  t,
  input  wire [3:0]  index,
  input  wire [29:0] elements,
  output wire [5:0]  out1,
  output wire [11:0] out2,
  output wire        out3,
  output wire [7:0]  out4,
  output wire [19:0] out5,
  output wire [23:0] out6,
  output wire [11:0] out7,
  output wire [15:0] out8,
  output wire [3:0]  out9
);

  genvar i;

  wire [4:0] index_2_0_times_6 = {2'd0, index[2:0]} * 5'd6;
  assign out1 = (index < 4'd5) ? elements[index_2_0_times_6 +: 6] : 6'd0;
  wire [11:0] a_plus_b = a + b;
  assign out2 = (a_plus_b > 12'd100) ? a_plus_b - 12'd100 : (a_plus_b & ~b) | (a ^ 12'd5);
  wire not_parity_a_eq_b_eq_3 = (^a) != (b == 12'd3);
  assign out3 = (a >= b || $signed(s) < $signed(t)) && !((|a) ^ (&b)) && ((index < 4'd12) ? a[index] : 1'b0)
      && not_parity_a_eq_b_eq_3;
  assign out4 = ($signed(s) >= -8'sd3) ? $unsigned($signed(s) >>> index) : -t;
  wire [15:0] s_times_t = $signed(s) * $signed(t);
  assign out5 = {{4{s_times_t[15]}}, s_times_t} + {{12{s[7]}}, s};
  wire [23:0] a_times_b = a * b;
  assign out6 = a_times_b + 24'd1;
  wire [11:0] out7_sum = a + b;
  assign out7 = (a << index) | {3'd0, b[11:3]} | {8'd0, out7_sum[11:8]};
  wire [12:0] out8_sum = {1'b0, a} + {1'b0, b};
  assign out8 = {a[3], b[7:0], out8_sum[12:6]};

  generate
    for (i = 0; i < 4; i = i + 1) begin : out9_lane
      wire [1:0] lane = i[1:0];
      assign out9[i] = lane + index[1:0] == a[1:0];
    end
  endgenerate

  wire unused_ok = &{1'b0, out7_sum[7:0], out8_sum[5:0]};
endmodule
