// VectorAlu, described in hw/Vta.Hardware/Computing/VectorAlu.cs
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
  output reg  [511:0] result
);

  wire [31:0] immediate;
  wire [511:0] right;

  assign immediate = {{16{kind_immediate[15]}}, kind_immediate};
  assign right = kind_uses_immediate ? {16{immediate}} : src;

  always @* begin : lanes
    integer n;
    if (kind_is_reset)
      result = 512'd0;
    else if (kind_is_gemm)
      for (n = 0; n < 16; n = n + 1)
        result[n*32 +: 32] = dst[n*32 +: 32] + {{12{sums[n*20 + 19]}}, sums[n*20 +: 20]};
    else
      case (kind_alu_opcode)
        3'd0:
          for (n = 0; n < 16; n = n + 1)
            result[n*32 +: 32] = ($signed(dst[n*32 +: 32]) < $signed(right[n*32 +: 32])) ? dst[n*32 +: 32]
                : right[n*32 +: 32];
        3'd1:
          for (n = 0; n < 16; n = n + 1)
            result[n*32 +: 32] = ($signed(dst[n*32 +: 32]) < $signed(right[n*32 +: 32])) ? right[n*32 +: 32]
                : dst[n*32 +: 32];
        3'd2:
          for (n = 0; n < 16; n = n + 1)
            result[n*32 +: 32] = dst[n*32 +: 32] + right[n*32 +: 32];
        3'd3:
          for (n = 0; n < 16; n = n + 1)
            result[n*32 +: 32] = ($signed(right[n*32 +: 32]) < 32'sd0) ? dst[n*32 +: 32] << -right[n*32 +: 32]
                : $unsigned($signed(dst[n*32 +: 32]) >>> right[n*32 +: 32]);
        3'd4:
          for (n = 0; n < 16; n = n + 1)
            result[n*32 +: 32] = dst[n*32 +: 32] * right[n*32 +: 32];
        default:
          result = dst;
      endcase
  end
endmodule
