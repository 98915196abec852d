// VectorAlu, described in hw/Vta.Hardware/Compute/VectorAlu.cs
// Generated: change the description instead.
module VectorAlu (
  input  wire         kind_is_gemm,
  input  wire         kind_is_reset,
  input  wire         kind_uses_immediate,
  input  wire [2:0]   kind_alu_opcode,
  input  wire [15:0]  kind_immediate,
  input  wire [511:0] dst,
  input  wire [511:0] src,
  input  wire [319:0] sums,
  output wire [511:0] result
);

  wire [31:0] immediate;
  wire [511:0] right;
  wire [511:0] accumulated;
  reg [511:0] operated;
  wire [511:0] min;
  wire [511:0] max;
  wire [511:0] add;
  wire [511:0] shr;
  wire [511:0] mul;

  genvar i;

  assign immediate = {{16{kind_immediate[15]}}, kind_immediate};
  assign right = kind_uses_immediate ? {16{immediate}} : src;

  generate
    for (i = 0; i < 16; i = i + 1) begin : accumulated_lane
      assign accumulated[i*32 +: 32] = dst[i*32 +: 32] + {{12{sums[i*20 + 19]}}, sums[i*20 +: 20]};
    end
  endgenerate

  always @* begin
    case (kind_alu_opcode)
      3'd0:
        operated = min;
      3'd1:
        operated = max;
      3'd2:
        operated = add;
      3'd3:
        operated = shr;
      3'd4:
        operated = mul;
      default:
        operated = dst;
    endcase
  end

  generate
    for (i = 0; i < 16; i = i + 1) begin : min_lane
      assign min[i*32 +: 32] = ($signed(dst[i*32 +: 32]) < $signed(right[i*32 +: 32])) ? dst[i*32 +: 32]
          : right[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : max_lane
      assign max[i*32 +: 32] = ($signed(dst[i*32 +: 32]) < $signed(right[i*32 +: 32])) ? right[i*32 +: 32]
          : dst[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : add_lane
      assign add[i*32 +: 32] = dst[i*32 +: 32] + right[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : shr_lane
      assign shr[i*32 +: 32] = ($signed(right[i*32 +: 32]) < 32'sd0) ? dst[i*32 +: 32] << -right[i*32 +: 32]
          : $unsigned($signed(dst[i*32 +: 32]) >>> right[i*32 +: 32]);
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : mul_lane
      assign mul[i*32 +: 32] = dst[i*32 +: 32] * right[i*32 +: 32];
    end
  endgenerate

  assign result = kind_is_reset ? 512'd0 : kind_is_gemm ? accumulated : operated;
endmodule
