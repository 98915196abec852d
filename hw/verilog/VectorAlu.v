// VectorAlu, described in hw/Vta.Hardware/Compute/VectorAlu.cs
// Generated: change the description instead.
module VectorAlu (
  input  wire         kind_is_gemm,                                 // VectorAlu.cs
  input  wire         kind_is_reset,                                // VectorAlu.cs
  input  wire         kind_uses_immediate,                          // VectorAlu.cs
  input  wire [2:0]   kind_alu_opcode,                              // VectorAlu.cs
  input  wire [15:0]  kind_immediate,                               // VectorAlu.cs
  input  wire [511:0] dst,                                          // VectorAlu.cs
  input  wire [511:0] src,                                          // VectorAlu.cs
  input  wire [319:0] sums,                                         // VectorAlu.cs
  output reg  [511:0] result                                        // VectorAlu.cs
);

  wire [31:0] immediate;                                            // VectorAlu.cs
  wire [511:0] right;                                               // VectorAlu.cs

  assign immediate = {{16{kind_immediate[15]}}, kind_immediate};    // VectorAlu.cs
  assign right = kind_uses_immediate ? {16{immediate}} : src;       // VectorAlu.cs

  always @* begin : lanes
    integer n;
    if (kind_is_reset)                                              // VectorAlu.cs
      result = 512'd0;                                              // VectorAlu.cs
    else if (kind_is_gemm)                                          // VectorAlu.cs
      for (n = 0; n < 16; n = n + 1)                                // VectorAlu.cs
        result[n*32 +: 32] = dst[n*32 +: 32] + {{12{sums[n*20 + 19]}}, sums[n*20 +: 20]};
    else
      case (kind_alu_opcode)                                        // VectorAlu.cs
        3'd0:
          for (n = 0; n < 16; n = n + 1)                            // VectorAlu.cs
            result[n*32 +: 32] = ($signed(dst[n*32 +: 32]) < $signed(right[n*32 +: 32])) ? dst[n*32 +: 32]
                : right[n*32 +: 32];
        3'd1:
          for (n = 0; n < 16; n = n + 1)                            // VectorAlu.cs
            result[n*32 +: 32] = ($signed(dst[n*32 +: 32]) < $signed(right[n*32 +: 32])) ? right[n*32 +: 32]
                : dst[n*32 +: 32];
        3'd2:
          for (n = 0; n < 16; n = n + 1)                            // VectorAlu.cs
            result[n*32 +: 32] = dst[n*32 +: 32] + right[n*32 +: 32];
        3'd3:
          for (n = 0; n < 16; n = n + 1)                            // VectorAlu.cs
            result[n*32 +: 32] = ($signed(right[n*32 +: 32]) < 32'sd0) ? dst[n*32 +: 32] << -right[n*32 +: 32]
                : $unsigned($signed(dst[n*32 +: 32]) >>> right[n*32 +: 32]);
        3'd4:
          for (n = 0; n < 16; n = n + 1)                            // VectorAlu.cs
            result[n*32 +: 32] = dst[n*32 +: 32] * right[n*32 +: 32];
        default:
          result = dst;                                             // VectorAlu.cs
      endcase
  end
endmodule
