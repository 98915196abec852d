// StepPipeline, described in hw/Vta.Hardware/Compute/StepPipeline.cs
// Generated: change the description instead.
module StepPipeline (
  input  wire          clock,
  input  wire          reset,
  input  wire          command_valid,                               // StepPipeline.cs
  output wire          command_ready,                               // StepPipeline.cs
  input  wire [127:0]  command_word,                                // StepPipeline.cs
  input  wire [31:0]   command_index,                               // StepPipeline.cs
  output wire          uop_read_enable,                             // StepPipeline.cs
  output wire [12:0]   uop_read_index,                              // StepPipeline.cs
  input  wire [31:0]   uop,                                         // StepPipeline.cs
  output wire          operand_read_enable,                         // StepPipeline.cs
  output wire [10:0]   inp_read_index,                              // StepPipeline.cs
  output wire [9:0]    wgt_read_index,                              // StepPipeline.cs
  input  wire [127:0]  inp,                                         // StepPipeline.cs
  input  wire [2047:0] wgt,                                         // StepPipeline.cs
  output wire          acc_read_enable,                             // StepPipeline.cs
  output wire [10:0]   dst_read_index,                              // StepPipeline.cs
  output wire [10:0]   src_read_index,                              // StepPipeline.cs
  input  wire [511:0]  dst,                                         // StepPipeline.cs
  input  wire [511:0]  src,                                         // StepPipeline.cs
  output wire          write_valid,                                 // StepPipeline.cs
  output wire [10:0]   write_index,                                 // StepPipeline.cs
  output wire [511:0]  write_data,                                  // StepPipeline.cs
  output wire          finishes,                                    // StepPipeline.cs
  output wire          idle,                                        // StepPipeline.cs
  output wire          is_gemm_step,                                // StepPipeline.cs
  output wire          is_alu_step,                                 // StepPipeline.cs
  output wire          fault_out_of_range,                          // StepPipeline.cs
  output wire          fault_illegal,                               // StepPipeline.cs
  output wire          fault_bus,                                   // StepPipeline.cs
  output wire [31:0]   fault_index                                  // StepPipeline.cs
);

  reg valid1;                                                       // StepPipeline.cs
  reg [13:0] step1_uop;                                             // StepPipeline.cs
  reg [10:0] step1_dst_value;                                       // StepPipeline.cs
  reg step1_dst_is_out_of_range;                                    // StepPipeline.cs
  reg [10:0] step1_src_acc_value;                                   // StepPipeline.cs
  reg step1_src_acc_is_out_of_range;                                // StepPipeline.cs
  reg [10:0] step1_src_inp_value;                                   // StepPipeline.cs
  reg step1_src_inp_is_out_of_range;                                // StepPipeline.cs
  reg [9:0] step1_wgt_value;                                        // StepPipeline.cs
  reg step1_wgt_is_out_of_range;                                    // StepPipeline.cs
  reg step1_kind_is_gemm;                                           // StepPipeline.cs
  reg step1_kind_is_reset;                                          // StepPipeline.cs
  reg step1_kind_uses_immediate;                                    // StepPipeline.cs
  reg [2:0] step1_kind_alu_opcode;                                  // StepPipeline.cs
  reg [15:0] step1_kind_immediate;                                  // StepPipeline.cs
  reg step1_is_last;                                                // StepPipeline.cs
  reg [31:0] step1_index;                                           // StepPipeline.cs
  wire reads_operands1;                                             // StepPipeline.cs
  wire reads_source1;                                               // StepPipeline.cs
  reg valid2;                                                       // StepPipeline.cs
  reg is_last2;                                                     // StepPipeline.cs
  reg kind2_is_gemm;                                                // StepPipeline.cs
  reg kind2_is_reset;                                               // StepPipeline.cs
  reg kind2_uses_immediate;                                         // StepPipeline.cs
  reg [2:0] kind2_alu_opcode;                                       // StepPipeline.cs
  reg [15:0] kind2_immediate;                                       // StepPipeline.cs
  reg [10:0] dst2;                                                  // StepPipeline.cs
  reg [10:0] src_acc2;                                              // StepPipeline.cs
  reg [10:0] src_inp2;                                              // StepPipeline.cs
  reg [9:0] wgt2;                                                   // StepPipeline.cs
  reg valid3;                                                       // StepPipeline.cs
  reg is_last3;                                                     // StepPipeline.cs
  reg kind3_is_gemm;                                                // StepPipeline.cs
  reg kind3_is_reset;                                               // StepPipeline.cs
  reg kind3_uses_immediate;                                         // StepPipeline.cs
  reg [2:0] kind3_alu_opcode;                                       // StepPipeline.cs
  reg [15:0] kind3_immediate;                                       // StepPipeline.cs
  reg [10:0] dst3;                                                  // StepPipeline.cs
  reg [10:0] src3;                                                  // StepPipeline.cs
  reg valid4;                                                       // StepPipeline.cs
  reg is_last4;                                                     // StepPipeline.cs
  reg kind4_is_gemm;                                                // StepPipeline.cs
  reg kind4_is_reset;                                               // StepPipeline.cs
  reg kind4_uses_immediate;                                         // StepPipeline.cs
  reg [2:0] kind4_alu_opcode;                                       // StepPipeline.cs
  reg [15:0] kind4_immediate;                                       // StepPipeline.cs
  reg [10:0] dst4;                                                  // StepPipeline.cs
  reg [10:0] src4;                                                  // StepPipeline.cs
  reg valid5;                                                       // StepPipeline.cs
  reg is_last5;                                                     // StepPipeline.cs
  reg kind5_is_gemm;                                                // StepPipeline.cs
  reg kind5_is_reset;                                               // StepPipeline.cs
  reg kind5_uses_immediate;                                         // StepPipeline.cs
  reg [2:0] kind5_alu_opcode;                                       // StepPipeline.cs
  reg [15:0] kind5_immediate;                                       // StepPipeline.cs
  reg [10:0] dst5;                                                  // StepPipeline.cs
  reg valid6;                                                       // StepPipeline.cs
  reg is_last6;                                                     // StepPipeline.cs
  reg [10:0] dst6;                                                  // StepPipeline.cs
  reg [511:0] result6;                                              // StepPipeline.cs
  reg [511:0] result7;                                              // StepPipeline.cs
  reg dst_is_result6;                                               // StepPipeline.cs
  reg dst_is_result7;                                               // StepPipeline.cs
  reg src_is_result6;                                               // StepPipeline.cs
  reg src_is_result7;                                               // StepPipeline.cs

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

  assign uop_read_index = generator_step_uop[12:0];                 // StepPipeline.cs
  assign is_gemm_step = uop_read_enable && generator_step_kind_is_gemm && !generator_step_kind_is_reset;  // StepPipeline.cs
  assign is_alu_step = uop_read_enable && !generator_step_kind_is_gemm;  // StepPipeline.cs
  assign reads_operands1 = step1_kind_is_gemm && !step1_kind_is_reset;  // StepPipeline.cs
  assign reads_source1 = !step1_kind_is_gemm && !step1_kind_uses_immediate;  // StepPipeline.cs
  wire [11:0] step1_dst_value_plus_uop_10_0 = {1'b0, step1_dst_value} + {1'b0, uop[10:0]};
  wire [11:0] step1_src_inp_value_plus_uop_21_11 = {1'b0, step1_src_inp_value} + {1'b0, uop[21:11]};
  wire [10:0] step1_wgt_value_plus_uop_31_22 = {1'b0, step1_wgt_value} + {1'b0, uop[31:22]};
  wire [11:0] step1_src_acc_value_plus_uop_21_11 = {1'b0, step1_src_acc_value} + {1'b0, uop[21:11]};
  assign fault_out_of_range = valid1                                // StepPipeline.cs
      && (step1_uop[13] || step1_dst_is_out_of_range || step1_dst_value_plus_uop_10_0[11] || (reads_operands1 && (step1_src_inp_is_out_of_range || step1_src_inp_value_plus_uop_21_11[11] || step1_wgt_is_out_of_range || step1_wgt_value_plus_uop_31_22[10])) || (reads_source1 && (step1_src_acc_is_out_of_range || step1_src_acc_value_plus_uop_21_11[11])));
  assign fault_illegal = 1'b0;                                      // StepPipeline.cs
  assign fault_bus = 1'b0;                                          // StepPipeline.cs
  assign fault_index = step1_index;                                 // StepPipeline.cs
  assign operand_read_enable = valid2 && kind2_is_gemm && !kind2_is_reset;  // StepPipeline.cs
  assign inp_read_index = src_inp2;                                 // StepPipeline.cs
  assign wgt_read_index = wgt2;                                     // StepPipeline.cs
  assign acc_read_enable = valid4;                                  // StepPipeline.cs
  assign dst_read_index = dst4;                                     // StepPipeline.cs
  assign src_read_index = src4;                                     // StepPipeline.cs
  assign alu_dst = dst_is_result6 ? result6 : dst_is_result7 ? result7 : dst;  // StepPipeline.cs
  assign alu_src = src_is_result6 ? result6 : src_is_result7 ? result7 : src;  // StepPipeline.cs
  assign write_valid = valid6;                                      // StepPipeline.cs
  assign write_index = dst6;                                        // StepPipeline.cs
  assign write_data = result6;                                      // StepPipeline.cs
  assign finishes = valid6 && is_last6;                             // StepPipeline.cs
  assign idle = !(uop_read_enable || valid1 || valid2 || valid3 || valid4 || valid5 || valid6);  // StepPipeline.cs

  IndexGenerator generator (                                        // StepPipeline.cs
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

  GemmCore core (                                                   // StepPipeline.cs
    .clock (clock),
    .inp   (inp),
    .wgt   (wgt),
    .sums  (core_sums)
  );

  VectorAlu alu (                                                   // StepPipeline.cs
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
      valid1 <= uop_read_enable;                                    // StepPipeline.cs
      valid2 <= valid1;                                             // StepPipeline.cs
      valid3 <= valid2;                                             // StepPipeline.cs
      valid4 <= valid3;                                             // StepPipeline.cs
      valid5 <= valid4;                                             // StepPipeline.cs
      valid6 <= valid5;                                             // StepPipeline.cs
    end
  end

  always @(posedge clock) begin
    step1_uop <= generator_step_uop;                                // StepPipeline.cs
    step1_dst_value <= generator_step_dst_value;                    // StepPipeline.cs
    step1_dst_is_out_of_range <= generator_step_dst_is_out_of_range;  // StepPipeline.cs
    step1_src_acc_value <= generator_step_src_acc_value;            // StepPipeline.cs
    step1_src_acc_is_out_of_range <= generator_step_src_acc_is_out_of_range;  // StepPipeline.cs
    step1_src_inp_value <= generator_step_src_inp_value;            // StepPipeline.cs
    step1_src_inp_is_out_of_range <= generator_step_src_inp_is_out_of_range;  // StepPipeline.cs
    step1_wgt_value <= generator_step_wgt_value;                    // StepPipeline.cs
    step1_wgt_is_out_of_range <= generator_step_wgt_is_out_of_range;  // StepPipeline.cs
    step1_kind_is_gemm <= generator_step_kind_is_gemm;              // StepPipeline.cs
    step1_kind_is_reset <= generator_step_kind_is_reset;            // StepPipeline.cs
    step1_kind_uses_immediate <= generator_step_kind_uses_immediate;  // StepPipeline.cs
    step1_kind_alu_opcode <= generator_step_kind_alu_opcode;        // StepPipeline.cs
    step1_kind_immediate <= generator_step_kind_immediate;          // StepPipeline.cs
    step1_is_last <= generator_step_is_last;                        // StepPipeline.cs
    step1_index <= generator_step_index;                            // StepPipeline.cs
    is_last2 <= step1_is_last;                                      // StepPipeline.cs
    kind2_is_gemm <= step1_kind_is_gemm;                            // StepPipeline.cs
    kind2_is_reset <= step1_kind_is_reset;                          // StepPipeline.cs
    kind2_uses_immediate <= step1_kind_uses_immediate;              // StepPipeline.cs
    kind2_alu_opcode <= step1_kind_alu_opcode;                      // StepPipeline.cs
    kind2_immediate <= step1_kind_immediate;                        // StepPipeline.cs
    dst2 <= step1_dst_value_plus_uop_10_0[10:0];                    // StepPipeline.cs
    src_acc2 <= step1_src_acc_value_plus_uop_21_11[10:0];           // StepPipeline.cs
    src_inp2 <= step1_src_inp_value_plus_uop_21_11[10:0];           // StepPipeline.cs
    wgt2 <= step1_wgt_value_plus_uop_31_22[9:0];                    // StepPipeline.cs
    is_last3 <= is_last2;                                           // StepPipeline.cs
    kind3_is_gemm <= kind2_is_gemm;                                 // StepPipeline.cs
    kind3_is_reset <= kind2_is_reset;                               // StepPipeline.cs
    kind3_uses_immediate <= kind2_uses_immediate;                   // StepPipeline.cs
    kind3_alu_opcode <= kind2_alu_opcode;                           // StepPipeline.cs
    kind3_immediate <= kind2_immediate;                             // StepPipeline.cs
    dst3 <= dst2;                                                   // StepPipeline.cs
    src3 <= src_acc2;                                               // StepPipeline.cs
    is_last4 <= is_last3;                                           // StepPipeline.cs
    kind4_is_gemm <= kind3_is_gemm;                                 // StepPipeline.cs
    kind4_is_reset <= kind3_is_reset;                               // StepPipeline.cs
    kind4_uses_immediate <= kind3_uses_immediate;                   // StepPipeline.cs
    kind4_alu_opcode <= kind3_alu_opcode;                           // StepPipeline.cs
    kind4_immediate <= kind3_immediate;                             // StepPipeline.cs
    dst4 <= dst3;                                                   // StepPipeline.cs
    src4 <= src3;                                                   // StepPipeline.cs
    is_last5 <= is_last4;                                           // StepPipeline.cs
    kind5_is_gemm <= kind4_is_gemm;                                 // StepPipeline.cs
    kind5_is_reset <= kind4_is_reset;                               // StepPipeline.cs
    kind5_uses_immediate <= kind4_uses_immediate;                   // StepPipeline.cs
    kind5_alu_opcode <= kind4_alu_opcode;                           // StepPipeline.cs
    kind5_immediate <= kind4_immediate;                             // StepPipeline.cs
    dst5 <= dst4;                                                   // StepPipeline.cs
    is_last6 <= is_last5;                                           // StepPipeline.cs
    dst6 <= dst5;                                                   // StepPipeline.cs
    dst_is_result6 <= valid5 && dst4 == dst5;                       // StepPipeline.cs
    dst_is_result7 <= valid6 && dst4 == dst6;                       // StepPipeline.cs
    src_is_result6 <= valid5 && src4 == dst5;                       // StepPipeline.cs
    src_is_result7 <= valid6 && src4 == dst6;                       // StepPipeline.cs
    if (valid5)                                                     // StepPipeline.cs
      result6 <= alu_result;                                        // StepPipeline.cs
    if (valid6)                                                     // StepPipeline.cs
      result7 <= result6;                                           // StepPipeline.cs
  end

  wire unused_ok = &{1'b0, step1_uop[12:0]};
endmodule
