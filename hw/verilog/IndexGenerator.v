// IndexGenerator, described in hw/Vta.Hardware/Compute/IndexGenerator.cs
// Generated: change the description instead.
module IndexGenerator (
  input  wire         clock,
  input  wire         reset,
  input  wire         command_valid,                                // IndexGenerator.cs
  output wire         command_ready,                                // IndexGenerator.cs
  input  wire [127:0] command_word,                                 // IndexGenerator.cs
  input  wire [31:0]  command_index,                                // IndexGenerator.cs
  output wire         step_valid,                                   // IndexGenerator.cs
  output wire [13:0]  step_uop,                                     // IndexGenerator.cs
  output wire [10:0]  step_dst_value,                               // IndexGenerator.cs
  output wire         step_dst_is_out_of_range,                     // IndexGenerator.cs
  output wire [10:0]  step_src_acc_value,                           // IndexGenerator.cs
  output wire         step_src_acc_is_out_of_range,                 // IndexGenerator.cs
  output wire [10:0]  step_src_inp_value,                           // IndexGenerator.cs
  output wire         step_src_inp_is_out_of_range,                 // IndexGenerator.cs
  output wire [9:0]   step_wgt_value,                               // IndexGenerator.cs
  output wire         step_wgt_is_out_of_range,                     // IndexGenerator.cs
  output wire         step_kind_is_gemm,                            // IndexGenerator.cs
  output wire         step_kind_is_reset,                           // IndexGenerator.cs
  output wire         step_kind_uses_immediate,                     // IndexGenerator.cs
  output wire [2:0]   step_kind_alu_opcode,                         // IndexGenerator.cs
  output wire [15:0]  step_kind_immediate,                          // IndexGenerator.cs
  output wire         step_is_last,                                 // IndexGenerator.cs
  output wire [31:0]  step_index                                    // IndexGenerator.cs
);

  reg valid;                                                        // IndexGenerator.cs
  reg [127:0] word;                                                 // IndexGenerator.cs
  reg [31:0] instruction_index;                                     // IndexGenerator.cs
  reg [13:0] uop;                                                   // IndexGenerator.cs
  reg [13:0] inner_left;                                            // IndexGenerator.cs
  reg [13:0] outer_left;                                            // IndexGenerator.cs
  wire is_gemm;                                                     // IndexGenerator.cs
  wire ends_uops;                                                   // IndexGenerator.cs
  wire ends_inner;                                                  // IndexGenerator.cs
  wire ends_outer;                                                  // IndexGenerator.cs
  wire is_last;                                                     // IndexGenerator.cs
  reg [10:0] dst_value;                                             // IndexGenerator.cs
  reg dst_is_out_of_range;                                          // IndexGenerator.cs
  reg [10:0] dst_outer_value;                                       // IndexGenerator.cs
  reg dst_outer_is_out_of_range;                                    // IndexGenerator.cs
  reg [10:0] src_acc_value;                                         // IndexGenerator.cs
  reg src_acc_is_out_of_range;                                      // IndexGenerator.cs
  reg [10:0] src_acc_outer_value;                                   // IndexGenerator.cs
  reg src_acc_outer_is_out_of_range;                                // IndexGenerator.cs
  reg [10:0] src_inp_value;                                         // IndexGenerator.cs
  reg src_inp_is_out_of_range;                                      // IndexGenerator.cs
  reg [10:0] src_inp_outer_value;                                   // IndexGenerator.cs
  reg src_inp_outer_is_out_of_range;                                // IndexGenerator.cs
  reg [9:0] wgt_value;                                              // IndexGenerator.cs
  reg wgt_is_out_of_range;                                          // IndexGenerator.cs
  reg [9:0] wgt_outer_value;                                        // IndexGenerator.cs
  reg wgt_outer_is_out_of_range;                                    // IndexGenerator.cs

  assign is_gemm = word[2:0] == 3'd2;                               // IndexGenerator.cs
  assign ends_uops = uop == word[34:21] - 14'd1;                    // IndexGenerator.cs
  assign ends_inner = inner_left == 14'd1;                          // IndexGenerator.cs
  assign ends_outer = outer_left == 14'd1;                          // IndexGenerator.cs
  assign is_last = ends_uops && ends_inner && ends_outer;           // IndexGenerator.cs
  assign command_ready = !valid || is_last;                         // IndexGenerator.cs
  assign step_dst_value = dst_value;                                // hw/Vta.Hardware/Compute/Offset.cs
  assign step_dst_is_out_of_range = dst_is_out_of_range;            // hw/Vta.Hardware/Compute/Offset.cs
  assign step_src_acc_value = src_acc_value;                        // hw/Vta.Hardware/Compute/Offset.cs
  assign step_src_acc_is_out_of_range = src_acc_is_out_of_range;    // hw/Vta.Hardware/Compute/Offset.cs
  assign step_src_inp_value = src_inp_value;                        // hw/Vta.Hardware/Compute/Offset.cs
  assign step_src_inp_is_out_of_range = src_inp_is_out_of_range;    // hw/Vta.Hardware/Compute/Offset.cs
  assign step_wgt_value = wgt_value;                                // hw/Vta.Hardware/Compute/Offset.cs
  assign step_wgt_is_out_of_range = wgt_is_out_of_range;            // hw/Vta.Hardware/Compute/Offset.cs
  assign step_valid = valid;                                        // IndexGenerator.cs
  assign step_uop = uop;                                            // IndexGenerator.cs
  assign step_kind_is_gemm = is_gemm;                               // IndexGenerator.cs
  assign step_kind_is_reset = is_gemm && word[7];                   // IndexGenerator.cs
  assign step_kind_uses_immediate = !is_gemm && word[111];          // IndexGenerator.cs
  assign step_kind_alu_opcode = word[110:108];                      // IndexGenerator.cs
  assign step_kind_immediate = word[127:112];                       // IndexGenerator.cs
  assign step_is_last = is_last;                                    // IndexGenerator.cs
  assign step_index = instruction_index;                            // IndexGenerator.cs

  initial begin
    word = 128'd0;
    instruction_index = 32'd0;
    uop = 14'd0;
    inner_left = 14'd0;
    outer_left = 14'd0;
    dst_value = 11'd0;
    dst_is_out_of_range = 1'b0;
    dst_outer_value = 11'd0;
    dst_outer_is_out_of_range = 1'b0;
    src_acc_value = 11'd0;
    src_acc_is_out_of_range = 1'b0;
    src_acc_outer_value = 11'd0;
    src_acc_outer_is_out_of_range = 1'b0;
    src_inp_value = 11'd0;
    src_inp_is_out_of_range = 1'b0;
    src_inp_outer_value = 11'd0;
    src_inp_outer_is_out_of_range = 1'b0;
    wgt_value = 10'd0;
    wgt_is_out_of_range = 1'b0;
    wgt_outer_value = 10'd0;
    wgt_outer_is_out_of_range = 1'b0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (valid)                                                    // IndexGenerator.cs
        if (is_last)                                                // IndexGenerator.cs
          valid <= 1'b0;                                            // IndexGenerator.cs
      if (command_valid && command_ready)                           // IndexGenerator.cs
        valid <= 1'b1;                                              // IndexGenerator.cs
    end
  end

  wire [11:0] dst_outer_value_sum = {1'b0, dst_outer_value} + {1'b0, is_gemm ? word[74:64] : word[74:64]};
  wire [11:0] dst_value_sum = {1'b0, dst_value} + {1'b0, is_gemm ? word[85:75] : word[85:75]};
  wire [11:0] src_acc_outer_value_plus_word_96_86 = {1'b0, src_acc_outer_value} + {1'b0, word[96:86]};
  wire [11:0] src_acc_value_plus_word_107_97 = {1'b0, src_acc_value} + {1'b0, word[107:97]};
  wire [11:0] src_inp_outer_value_plus_word_96_86 = {1'b0, src_inp_outer_value} + {1'b0, word[96:86]};
  wire [11:0] src_inp_value_plus_word_107_97 = {1'b0, src_inp_value} + {1'b0, word[107:97]};
  wire [10:0] wgt_outer_value_plus_word_117_108 = {1'b0, wgt_outer_value} + {1'b0, word[117:108]};
  wire [10:0] wgt_value_plus_word_127_118 = {1'b0, wgt_value} + {1'b0, word[127:118]};

  always @(posedge clock) begin
    if (valid) begin                                                // IndexGenerator.cs
      uop <= ends_uops ? {1'b0, word[20:8]} : uop + 14'd1;          // IndexGenerator.cs
      if (ends_uops) begin                                          // IndexGenerator.cs
        inner_left <= ends_inner ? word[62:49] : inner_left - 14'd1;  // IndexGenerator.cs
        if (ends_inner)                                             // IndexGenerator.cs
          outer_left <= outer_left - 14'd1;                         // IndexGenerator.cs
      end
    end
    if (command_valid && command_ready) begin                       // IndexGenerator.cs
      word <= command_word;                                         // IndexGenerator.cs
      instruction_index <= command_index;                           // IndexGenerator.cs
      uop <= {1'b0, command_word[20:8]};                            // IndexGenerator.cs
      inner_left <= command_word[62:49];                            // IndexGenerator.cs
      outer_left <= command_word[48:35];                            // IndexGenerator.cs
    end
    if (valid && ends_uops && ends_inner) begin                     // IndexGenerator.cs
      dst_outer_value <= dst_outer_value_sum[10:0];                 // hw/Vta.Hardware/Compute/Offset.cs
      dst_outer_is_out_of_range <= dst_outer_is_out_of_range || dst_outer_value_sum[11];  // hw/Vta.Hardware/Compute/Offset.cs
      dst_value <= dst_outer_value_sum[10:0];                       // hw/Vta.Hardware/Compute/Offset.cs
      dst_is_out_of_range <= dst_outer_is_out_of_range || dst_outer_value_sum[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end else if (valid && ends_uops) begin                          // IndexGenerator.cs
      dst_value <= dst_value_sum[10:0];                             // hw/Vta.Hardware/Compute/Offset.cs
      dst_is_out_of_range <= dst_is_out_of_range || dst_value_sum[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (command_valid && command_ready) begin                       // IndexGenerator.cs
      dst_outer_value <= 11'd0;                                     // hw/Vta.Hardware/Compute/Offset.cs
      dst_outer_is_out_of_range <= 1'b0;                            // hw/Vta.Hardware/Compute/Offset.cs
      dst_value <= 11'd0;                                           // hw/Vta.Hardware/Compute/Offset.cs
      dst_is_out_of_range <= 1'b0;                                  // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (valid && ends_uops && ends_inner) begin                     // IndexGenerator.cs
      src_acc_outer_value <= src_acc_outer_value_plus_word_96_86[10:0];  // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_outer_is_out_of_range <= src_acc_outer_is_out_of_range || src_acc_outer_value_plus_word_96_86[11];  // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_value <= src_acc_outer_value_plus_word_96_86[10:0];   // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_is_out_of_range <= src_acc_outer_is_out_of_range || src_acc_outer_value_plus_word_96_86[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end else if (valid && ends_uops) begin                          // IndexGenerator.cs
      src_acc_value <= src_acc_value_plus_word_107_97[10:0];        // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_is_out_of_range <= src_acc_is_out_of_range || src_acc_value_plus_word_107_97[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (command_valid && command_ready) begin                       // IndexGenerator.cs
      src_acc_outer_value <= 11'd0;                                 // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_outer_is_out_of_range <= 1'b0;                        // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_value <= 11'd0;                                       // hw/Vta.Hardware/Compute/Offset.cs
      src_acc_is_out_of_range <= 1'b0;                              // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (valid && ends_uops && ends_inner) begin                     // IndexGenerator.cs
      src_inp_outer_value <= src_inp_outer_value_plus_word_96_86[10:0];  // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_outer_is_out_of_range <= src_inp_outer_is_out_of_range || src_inp_outer_value_plus_word_96_86[11];  // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_value <= src_inp_outer_value_plus_word_96_86[10:0];   // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_is_out_of_range <= src_inp_outer_is_out_of_range || src_inp_outer_value_plus_word_96_86[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end else if (valid && ends_uops) begin                          // IndexGenerator.cs
      src_inp_value <= src_inp_value_plus_word_107_97[10:0];        // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_is_out_of_range <= src_inp_is_out_of_range || src_inp_value_plus_word_107_97[11];  // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (command_valid && command_ready) begin                       // IndexGenerator.cs
      src_inp_outer_value <= 11'd0;                                 // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_outer_is_out_of_range <= 1'b0;                        // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_value <= 11'd0;                                       // hw/Vta.Hardware/Compute/Offset.cs
      src_inp_is_out_of_range <= 1'b0;                              // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (valid && ends_uops && ends_inner) begin                     // IndexGenerator.cs
      wgt_outer_value <= wgt_outer_value_plus_word_117_108[9:0];    // hw/Vta.Hardware/Compute/Offset.cs
      wgt_outer_is_out_of_range <= wgt_outer_is_out_of_range || wgt_outer_value_plus_word_117_108[10];  // hw/Vta.Hardware/Compute/Offset.cs
      wgt_value <= wgt_outer_value_plus_word_117_108[9:0];          // hw/Vta.Hardware/Compute/Offset.cs
      wgt_is_out_of_range <= wgt_outer_is_out_of_range || wgt_outer_value_plus_word_117_108[10];  // hw/Vta.Hardware/Compute/Offset.cs
    end else if (valid && ends_uops) begin                          // IndexGenerator.cs
      wgt_value <= wgt_value_plus_word_127_118[9:0];                // hw/Vta.Hardware/Compute/Offset.cs
      wgt_is_out_of_range <= wgt_is_out_of_range || wgt_value_plus_word_127_118[10];  // hw/Vta.Hardware/Compute/Offset.cs
    end
    if (command_valid && command_ready) begin                       // IndexGenerator.cs
      wgt_outer_value <= 10'd0;                                     // hw/Vta.Hardware/Compute/Offset.cs
      wgt_outer_is_out_of_range <= 1'b0;                            // hw/Vta.Hardware/Compute/Offset.cs
      wgt_value <= 10'd0;                                           // hw/Vta.Hardware/Compute/Offset.cs
      wgt_is_out_of_range <= 1'b0;                                  // hw/Vta.Hardware/Compute/Offset.cs
    end
  end

  wire unused_ok = &{1'b0, word[63], word[48:35], word[6:3]};
endmodule
