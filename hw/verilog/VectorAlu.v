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
  output wire [511:0] result                                        // VectorAlu.cs
);

  wire [31:0] immediate;                                            // VectorAlu.cs
  wire [511:0] right;                                               // VectorAlu.cs
  wire [511:0] accumulated;                                         // VectorAlu.cs
  reg [511:0] operated;                                             // VectorAlu.cs
  wire [511:0] min;                                                 // VectorAlu.cs
  wire [511:0] max;                                                 // VectorAlu.cs
  wire [511:0] add;                                                 // VectorAlu.cs
  wire [511:0] shr;                                                 // VectorAlu.cs
  wire [511:0] mul;                                                 // VectorAlu.cs

  genvar i;

  assign immediate = {{16{kind_immediate[15]}}, kind_immediate};    // VectorAlu.cs
  assign right = kind_uses_immediate ? {16{immediate}} : src;       // VectorAlu.cs

  generate
    for (i = 0; i < 16; i = i + 1) begin : accumulated_lane         // VectorAlu.cs
      assign accumulated[i*32 +: 32] = dst[i*32 +: 32] + {{12{sums[i*20 + 19]}}, sums[i*20 +: 20]};
    end
  endgenerate

  always @* begin
    case (kind_alu_opcode)                                          // VectorAlu.cs
      3'd0:
        operated = min;                                             // VectorAlu.cs
      3'd1:
        operated = max;                                             // VectorAlu.cs
      3'd2:
        operated = add;                                             // VectorAlu.cs
      3'd3:
        operated = shr;                                             // VectorAlu.cs
      3'd4:
        operated = mul;                                             // VectorAlu.cs
      default:
        operated = dst;                                             // VectorAlu.cs
    endcase
  end

  generate
    for (i = 0; i < 16; i = i + 1) begin : min_lane                 // VectorAlu.cs
      assign min[i*32 +: 32] = ($signed(dst[i*32 +: 32]) < $signed(right[i*32 +: 32])) ? dst[i*32 +: 32]
          : right[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : max_lane                 // VectorAlu.cs
      assign max[i*32 +: 32] = ($signed(dst[i*32 +: 32]) < $signed(right[i*32 +: 32])) ? right[i*32 +: 32]
          : dst[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : add_lane                 // VectorAlu.cs
      assign add[i*32 +: 32] = dst[i*32 +: 32] + right[i*32 +: 32];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : shr_lane                 // VectorAlu.cs
      assign shr[i*32 +: 32] = ($signed(right[i*32 +: 32]) < 32'sd0) ? dst[i*32 +: 32] << -right[i*32 +: 32]
          : $unsigned($signed(dst[i*32 +: 32]) >>> right[i*32 +: 32]);
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : mul_lane                 // VectorAlu.cs
      assign mul[i*32 +: 32] = dst[i*32 +: 32] * right[i*32 +: 32];
    end
  endgenerate

  assign result = kind_is_reset ? 512'd0 : kind_is_gemm ? accumulated : operated;  // VectorAlu.cs
endmodule
