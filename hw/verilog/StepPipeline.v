// StepPipeline, described in hw/Vta.Hardware/Computing/StepPipeline.cs
// Generated: change the description instead.
module StepPipeline (
  input  wire          clock,
  input  wire          reset,
  input  wire          command_valid,
  output wire          command_ready,
  input  wire [127:0]  command_word,
  input  wire [31:0]   command_index,
  output wire          uop_read_enable,
  output wire [12:0]   uop_read_index,
  input  wire [31:0]   uop,
  output wire          operand_read_enable,
  output wire [10:0]   inp_read_index,
  output wire [9:0]    wgt_read_index,
  input  wire [127:0]  inp,
  input  wire [2047:0] wgt,
  output wire          acc_read_enable,
  output wire [10:0]   dst_read_index,
  output wire [10:0]   src_read_index,
  input  wire [511:0]  dst,
  input  wire [511:0]  src,
  output wire          write_valid,
  output wire [10:0]   write_index,
  output wire [511:0]  write_data,
  output wire          finishes,
  output wire          idle,
  output wire          is_gemm_step,
  output wire          is_alu_step,
  output wire          fault_out_of_range,
  output wire [31:0]   fault_index
);

  reg valid1;
  reg [13:0] step1_uop;
  reg [10:0] step1_dst_value;
  reg step1_dst_is_out_of_range;
  reg [10:0] step1_src_acc_value;
  reg step1_src_acc_is_out_of_range;
  reg [10:0] step1_src_inp_value;
  reg step1_src_inp_is_out_of_range;
  reg [9:0] step1_wgt_value;
  reg step1_wgt_is_out_of_range;
  reg step1_kind_is_gemm;
  reg step1_kind_is_reset;
  reg step1_kind_uses_immediate;
  reg [2:0] step1_kind_alu_opcode;
  reg [15:0] step1_kind_immediate;
  reg step1_is_last;
  reg [31:0] step1_index;
  wire reads_operands1;
  wire reads_source1;
  reg valid2;
  reg is_last2;
  reg kind2_is_gemm;
  reg kind2_is_reset;
  reg kind2_uses_immediate;
  reg [2:0] kind2_alu_opcode;
  reg [15:0] kind2_immediate;
  reg [10:0] dst2;
  reg [10:0] src_acc2;
  reg [10:0] src_inp2;
  reg [9:0] wgt2;
  reg valid3;
  reg is_last3;
  reg kind3_is_gemm;
  reg kind3_is_reset;
  reg kind3_uses_immediate;
  reg [2:0] kind3_alu_opcode;
  reg [15:0] kind3_immediate;
  reg [10:0] dst3;
  reg [10:0] src3;
  reg valid4;
  reg is_last4;
  reg kind4_is_gemm;
  reg kind4_is_reset;
  reg kind4_uses_immediate;
  reg [2:0] kind4_alu_opcode;
  reg [15:0] kind4_immediate;
  reg [10:0] dst4;
  reg [10:0] src4;
  reg valid5;
  reg is_last5;
  reg kind5_is_gemm;
  reg kind5_is_reset;
  reg kind5_uses_immediate;
  reg [2:0] kind5_alu_opcode;
  reg [15:0] kind5_immediate;
  reg [10:0] dst5;
  reg valid6;
  reg is_last6;
  reg [10:0] dst6;
  reg [511:0] result6;
  reg [511:0] result7;
  reg dst_is_result6;
  reg dst_is_result7;
  reg src_is_result6;
  reg src_is_result7;

  // ports of generator
  wire [13:0] generator_step_uop;
  wire [10:0] generator_step_dst_value;
  wire generator_step_dst_is_out_of_range;
  wire [10:0] generator_step_src_acc_value;
  wire generator_step_src_acc_is_out_of_range;
  wire [10:0] generator_step_src_inp_value;
  wire generator_step_src_inp_is_out_of_range;
  wire [9:0] generator_step_wgt_value;
  wire generator_step_wgt_is_out_of_range;
  wire generator_step_kind_is_gemm;
  wire generator_step_kind_is_reset;
  wire generator_step_kind_uses_immediate;
  wire [2:0] generator_step_kind_alu_opcode;
  wire [15:0] generator_step_kind_immediate;
  wire generator_step_is_last;
  wire [31:0] generator_step_index;

  // ports of core
  wire [319:0] core_sums;

  // ports of alu
  wire [511:0] alu_dst;
  wire [511:0] alu_src;
  wire [511:0] alu_result;

  assign uop_read_index = generator_step_uop[12:0];
  assign is_gemm_step = uop_read_enable && generator_step_kind_is_gemm && !generator_step_kind_is_reset;
  assign is_alu_step = uop_read_enable && !generator_step_kind_is_gemm;
  assign reads_operands1 = step1_kind_is_gemm && !step1_kind_is_reset;
  assign reads_source1 = !step1_kind_is_gemm && !step1_kind_uses_immediate;
  wire [11:0] step1_dst_value_plus_uop_10_0 = {1'b0, step1_dst_value} + {1'b0, uop[10:0]};
  wire [11:0] step1_src_inp_value_plus_uop_21_11 = {1'b0, step1_src_inp_value} + {1'b0, uop[21:11]};
  wire [10:0] step1_wgt_value_plus_uop_31_22 = {1'b0, step1_wgt_value} + {1'b0, uop[31:22]};
  wire [11:0] step1_src_acc_value_plus_uop_21_11 = {1'b0, step1_src_acc_value} + {1'b0, uop[21:11]};
  assign fault_out_of_range = valid1
      && (step1_uop[13] || step1_dst_is_out_of_range || step1_dst_value_plus_uop_10_0[11]
          || (reads_operands1
              && (step1_src_inp_is_out_of_range || step1_src_inp_value_plus_uop_21_11[11]
                  || step1_wgt_is_out_of_range || step1_wgt_value_plus_uop_31_22[10]))
          || (reads_source1 && (step1_src_acc_is_out_of_range || step1_src_acc_value_plus_uop_21_11[11])));
  assign fault_index = step1_index;
  assign operand_read_enable = valid2 && kind2_is_gemm && !kind2_is_reset;
  assign inp_read_index = src_inp2;
  assign wgt_read_index = wgt2;
  assign acc_read_enable = valid4;
  assign dst_read_index = dst4;
  assign src_read_index = src4;
  assign alu_dst = dst_is_result6 ? result6 : dst_is_result7 ? result7 : dst;
  assign alu_src = src_is_result6 ? result6 : src_is_result7 ? result7 : src;
  assign write_valid = valid6;
  assign write_index = dst6;
  assign write_data = result6;
  assign finishes = valid6 && is_last6;
  assign idle = !(uop_read_enable || valid1 || valid2 || valid3 || valid4 || valid5 || valid6);

  IndexGenerator generator (
    .clock                        (clock),
    .reset                        (reset),
    .command_valid                (command_valid),
    .command_ready                (command_ready),
    .command_word                 (command_word),
    .command_index                (command_index),
    .step_valid                   (uop_read_enable),
    .step_uop                     (generator_step_uop),
    .step_dst_value               (generator_step_dst_value),
    .step_dst_is_out_of_range     (generator_step_dst_is_out_of_range),
    .step_src_acc_value           (generator_step_src_acc_value),
    .step_src_acc_is_out_of_range (generator_step_src_acc_is_out_of_range),
    .step_src_inp_value           (generator_step_src_inp_value),
    .step_src_inp_is_out_of_range (generator_step_src_inp_is_out_of_range),
    .step_wgt_value               (generator_step_wgt_value),
    .step_wgt_is_out_of_range     (generator_step_wgt_is_out_of_range),
    .step_kind_is_gemm            (generator_step_kind_is_gemm),
    .step_kind_is_reset           (generator_step_kind_is_reset),
    .step_kind_uses_immediate     (generator_step_kind_uses_immediate),
    .step_kind_alu_opcode         (generator_step_kind_alu_opcode),
    .step_kind_immediate          (generator_step_kind_immediate),
    .step_is_last                 (generator_step_is_last),
    .step_index                   (generator_step_index)
  );

  GemmCore core (
    .clock (clock),
    .inp   (inp),
    .wgt   (wgt),
    .sums  (core_sums)
  );

  VectorAlu alu (
    .kind_is_gemm        (kind5_is_gemm),
    .kind_is_reset       (kind5_is_reset),
    .kind_uses_immediate (kind5_uses_immediate),
    .kind_alu_opcode     (kind5_alu_opcode),
    .kind_immediate      (kind5_immediate),
    .dst                 (alu_dst),
    .src                 (alu_src),
    .sums                (core_sums),
    .result              (alu_result)
  );

  initial begin
    step1_uop = 14'd0;
    step1_dst_value = 11'd0;
    step1_dst_is_out_of_range = 1'b0;
    step1_src_acc_value = 11'd0;
    step1_src_acc_is_out_of_range = 1'b0;
    step1_src_inp_value = 11'd0;
    step1_src_inp_is_out_of_range = 1'b0;
    step1_wgt_value = 10'd0;
    step1_wgt_is_out_of_range = 1'b0;
    step1_kind_is_gemm = 1'b0;
    step1_kind_is_reset = 1'b0;
    step1_kind_uses_immediate = 1'b0;
    step1_kind_alu_opcode = 3'd0;
    step1_kind_immediate = 16'd0;
    step1_is_last = 1'b0;
    step1_index = 32'd0;
    is_last2 = 1'b0;
    kind2_is_gemm = 1'b0;
    kind2_is_reset = 1'b0;
    kind2_uses_immediate = 1'b0;
    kind2_alu_opcode = 3'd0;
    kind2_immediate = 16'd0;
    dst2 = 11'd0;
    src_acc2 = 11'd0;
    src_inp2 = 11'd0;
    wgt2 = 10'd0;
    is_last3 = 1'b0;
    kind3_is_gemm = 1'b0;
    kind3_is_reset = 1'b0;
    kind3_uses_immediate = 1'b0;
    kind3_alu_opcode = 3'd0;
    kind3_immediate = 16'd0;
    dst3 = 11'd0;
    src3 = 11'd0;
    is_last4 = 1'b0;
    kind4_is_gemm = 1'b0;
    kind4_is_reset = 1'b0;
    kind4_uses_immediate = 1'b0;
    kind4_alu_opcode = 3'd0;
    kind4_immediate = 16'd0;
    dst4 = 11'd0;
    src4 = 11'd0;
    is_last5 = 1'b0;
    kind5_is_gemm = 1'b0;
    kind5_is_reset = 1'b0;
    kind5_uses_immediate = 1'b0;
    kind5_alu_opcode = 3'd0;
    kind5_immediate = 16'd0;
    dst5 = 11'd0;
    is_last6 = 1'b0;
    dst6 = 11'd0;
    result6 = 512'd0;
    result7 = 512'd0;
    dst_is_result6 = 1'b0;
    dst_is_result7 = 1'b0;
    src_is_result6 = 1'b0;
    src_is_result7 = 1'b0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid1 <= 1'b0;
      valid2 <= 1'b0;
      valid3 <= 1'b0;
      valid4 <= 1'b0;
      valid5 <= 1'b0;
      valid6 <= 1'b0;
    end else begin
      valid1 <= uop_read_enable;
      valid2 <= valid1;
      valid3 <= valid2;
      valid4 <= valid3;
      valid5 <= valid4;
      valid6 <= valid5;
    end
  end

  always @(posedge clock) begin
    step1_uop <= generator_step_uop;
    step1_dst_value <= generator_step_dst_value;
    step1_dst_is_out_of_range <= generator_step_dst_is_out_of_range;
    step1_src_acc_value <= generator_step_src_acc_value;
    step1_src_acc_is_out_of_range <= generator_step_src_acc_is_out_of_range;
    step1_src_inp_value <= generator_step_src_inp_value;
    step1_src_inp_is_out_of_range <= generator_step_src_inp_is_out_of_range;
    step1_wgt_value <= generator_step_wgt_value;
    step1_wgt_is_out_of_range <= generator_step_wgt_is_out_of_range;
    step1_kind_is_gemm <= generator_step_kind_is_gemm;
    step1_kind_is_reset <= generator_step_kind_is_reset;
    step1_kind_uses_immediate <= generator_step_kind_uses_immediate;
    step1_kind_alu_opcode <= generator_step_kind_alu_opcode;
    step1_kind_immediate <= generator_step_kind_immediate;
    step1_is_last <= generator_step_is_last;
    step1_index <= generator_step_index;
    is_last2 <= step1_is_last;
    kind2_is_gemm <= step1_kind_is_gemm;
    kind2_is_reset <= step1_kind_is_reset;
    kind2_uses_immediate <= step1_kind_uses_immediate;
    kind2_alu_opcode <= step1_kind_alu_opcode;
    kind2_immediate <= step1_kind_immediate;
    dst2 <= step1_dst_value_plus_uop_10_0[10:0];
    src_acc2 <= step1_src_acc_value_plus_uop_21_11[10:0];
    src_inp2 <= step1_src_inp_value_plus_uop_21_11[10:0];
    wgt2 <= step1_wgt_value_plus_uop_31_22[9:0];
    is_last3 <= is_last2;
    kind3_is_gemm <= kind2_is_gemm;
    kind3_is_reset <= kind2_is_reset;
    kind3_uses_immediate <= kind2_uses_immediate;
    kind3_alu_opcode <= kind2_alu_opcode;
    kind3_immediate <= kind2_immediate;
    dst3 <= dst2;
    src3 <= src_acc2;
    is_last4 <= is_last3;
    kind4_is_gemm <= kind3_is_gemm;
    kind4_is_reset <= kind3_is_reset;
    kind4_uses_immediate <= kind3_uses_immediate;
    kind4_alu_opcode <= kind3_alu_opcode;
    kind4_immediate <= kind3_immediate;
    dst4 <= dst3;
    src4 <= src3;
    is_last5 <= is_last4;
    kind5_is_gemm <= kind4_is_gemm;
    kind5_is_reset <= kind4_is_reset;
    kind5_uses_immediate <= kind4_uses_immediate;
    kind5_alu_opcode <= kind4_alu_opcode;
    kind5_immediate <= kind4_immediate;
    dst5 <= dst4;
    is_last6 <= is_last5;
    dst6 <= dst5;
    dst_is_result6 <= valid5 && dst4 == dst5;
    dst_is_result7 <= valid6 && dst4 == dst6;
    src_is_result6 <= valid5 && src4 == dst5;
    src_is_result7 <= valid6 && src4 == dst6;
    if (valid5)
      result6 <= alu_result;
    if (valid6)
      result7 <= result6;
  end

  wire unused_ok = &{1'b0, step1_uop[12:0]};
endmodule
