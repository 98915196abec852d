// IndexGenerator, described in hw/Vta.Hardware/Computing/IndexGenerator.cs
// Generated: change the description instead.
module IndexGenerator (
  input  wire         clock,
  input  wire         reset,
  input  wire         command_valid,
  output wire         command_ready,
  input  wire [127:0] command_word,
  input  wire [31:0]  command_index,
  output wire         step_valid,
  output wire [13:0]  step_uop,
  output wire [10:0]  step_dst_value,
  output wire         step_dst_is_out_of_range,
  output wire [10:0]  step_src_acc_value,
  output wire         step_src_acc_is_out_of_range,
  output wire [10:0]  step_src_inp_value,
  output wire         step_src_inp_is_out_of_range,
  output wire [9:0]   step_wgt_value,
  output wire         step_wgt_is_out_of_range,
  output wire         step_kind_is_gemm,
  output wire         step_kind_is_reset,
  output wire         step_kind_uses_immediate,
  output wire [2:0]   step_kind_alu_opcode,
  output wire [15:0]  step_kind_immediate,
  output wire         step_is_last,
  output wire [31:0]  step_index
);

  reg valid;
  reg [127:0] word;
  reg [31:0] instruction_index;
  reg [13:0] uop;
  reg [13:0] inner_left;
  reg [13:0] outer_left;
  wire is_gemm;
  wire ends_uops;
  wire ends_inner;
  wire ends_outer;
  wire is_last;
  reg [10:0] dst_value;
  reg dst_is_out_of_range;
  reg [10:0] dst_outer_value;
  reg dst_outer_is_out_of_range;
  reg [10:0] src_acc_value;
  reg src_acc_is_out_of_range;
  reg [10:0] src_acc_outer_value;
  reg src_acc_outer_is_out_of_range;
  reg [10:0] src_inp_value;
  reg src_inp_is_out_of_range;
  reg [10:0] src_inp_outer_value;
  reg src_inp_outer_is_out_of_range;
  reg [9:0] wgt_value;
  reg wgt_is_out_of_range;
  reg [9:0] wgt_outer_value;
  reg wgt_outer_is_out_of_range;

  assign is_gemm = word[2:0] == 3'd2;
  assign ends_uops = uop == word[34:21] - 14'd1;
  assign ends_inner = inner_left == 14'd1;
  assign ends_outer = outer_left == 14'd1;
  assign is_last = ends_uops && ends_inner && ends_outer;
  assign command_ready = !valid || is_last;
  assign step_dst_value = dst_value;                                // hw/Vta.Hardware/Computing/Offset.cs:24
  assign step_dst_is_out_of_range = dst_is_out_of_range;            // hw/Vta.Hardware/Computing/Offset.cs:25
  assign step_src_acc_value = src_acc_value;                        // hw/Vta.Hardware/Computing/Offset.cs:24
  assign step_src_acc_is_out_of_range = src_acc_is_out_of_range;    // hw/Vta.Hardware/Computing/Offset.cs:25
  assign step_src_inp_value = src_inp_value;                        // hw/Vta.Hardware/Computing/Offset.cs:24
  assign step_src_inp_is_out_of_range = src_inp_is_out_of_range;    // hw/Vta.Hardware/Computing/Offset.cs:25
  assign step_wgt_value = wgt_value;                                // hw/Vta.Hardware/Computing/Offset.cs:24
  assign step_wgt_is_out_of_range = wgt_is_out_of_range;            // hw/Vta.Hardware/Computing/Offset.cs:25
  assign step_valid = valid;
  assign step_uop = uop;
  assign step_kind_is_gemm = is_gemm;
  assign step_kind_is_reset = is_gemm && word[7];
  assign step_kind_uses_immediate = !is_gemm && word[111];
  assign step_kind_alu_opcode = word[110:108];
  assign step_kind_immediate = word[127:112];
  assign step_is_last = is_last;
  assign step_index = instruction_index;

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
      if (valid)
        if (is_last)
          valid <= 1'b0;
      if (command_valid && command_ready)
        valid <= 1'b1;
    end
  end

  wire [11:0] dst_outer_value_plus_word_74_64 = {1'b0, dst_outer_value} + {1'b0, word[74:64]};
  wire [11:0] dst_value_plus_word_85_75 = {1'b0, dst_value} + {1'b0, word[85:75]};
  wire [11:0] src_acc_outer_value_plus_word_96_86 = {1'b0, src_acc_outer_value} + {1'b0, word[96:86]};
  wire [11:0] src_acc_value_plus_word_107_97 = {1'b0, src_acc_value} + {1'b0, word[107:97]};
  wire [11:0] src_inp_outer_value_plus_word_96_86 = {1'b0, src_inp_outer_value} + {1'b0, word[96:86]};
  wire [11:0] src_inp_value_plus_word_107_97 = {1'b0, src_inp_value} + {1'b0, word[107:97]};
  wire [10:0] wgt_outer_value_plus_word_117_108 = {1'b0, wgt_outer_value} + {1'b0, word[117:108]};
  wire [10:0] wgt_value_plus_word_127_118 = {1'b0, wgt_value} + {1'b0, word[127:118]};

  always @(posedge clock) begin
    if (valid) begin
      uop <= ends_uops ? {1'b0, word[20:8]} : uop + 14'd1;
      if (ends_uops) begin
        inner_left <= ends_inner ? word[62:49] : inner_left - 14'd1;
        if (ends_inner)
          outer_left <= outer_left - 14'd1;
      end
    end
    if (command_valid && command_ready) begin
      word <= command_word;
      instruction_index <= command_index;
      uop <= {1'b0, command_word[20:8]};
      inner_left <= command_word[62:49];
      outer_left <= command_word[48:35];
    end
    if (valid && ends_uops && ends_inner) begin
      dst_outer_value <= dst_outer_value_plus_word_74_64[10:0];     // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      dst_outer_is_out_of_range <= dst_outer_is_out_of_range || dst_outer_value_plus_word_74_64[11];
      dst_value <= dst_outer_value_plus_word_74_64[10:0];           // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      dst_is_out_of_range <= dst_outer_is_out_of_range || dst_outer_value_plus_word_74_64[11];
    end else if (valid && ends_uops) begin
      dst_value <= dst_value_plus_word_85_75[10:0];                 // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      dst_is_out_of_range <= dst_is_out_of_range || dst_value_plus_word_85_75[11];
    end
    if (command_valid && command_ready) begin
      dst_outer_value <= 11'd0;                                     // hw/Vta.Hardware/Computing/Offset.cs:24
      dst_outer_is_out_of_range <= 1'b0;                            // hw/Vta.Hardware/Computing/Offset.cs:25
      dst_value <= 11'd0;                                           // hw/Vta.Hardware/Computing/Offset.cs:24
      dst_is_out_of_range <= 1'b0;                                  // hw/Vta.Hardware/Computing/Offset.cs:25
    end
    if (valid && ends_uops && ends_inner) begin
      src_acc_outer_value <= src_acc_outer_value_plus_word_96_86[10:0];  // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_acc_outer_is_out_of_range <= src_acc_outer_is_out_of_range || src_acc_outer_value_plus_word_96_86[11];
      src_acc_value <= src_acc_outer_value_plus_word_96_86[10:0];   // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_acc_is_out_of_range <= src_acc_outer_is_out_of_range || src_acc_outer_value_plus_word_96_86[11];
    end else if (valid && ends_uops) begin
      src_acc_value <= src_acc_value_plus_word_107_97[10:0];        // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_acc_is_out_of_range <= src_acc_is_out_of_range || src_acc_value_plus_word_107_97[11];
    end
    if (command_valid && command_ready) begin
      src_acc_outer_value <= 11'd0;                                 // hw/Vta.Hardware/Computing/Offset.cs:24
      src_acc_outer_is_out_of_range <= 1'b0;                        // hw/Vta.Hardware/Computing/Offset.cs:25
      src_acc_value <= 11'd0;                                       // hw/Vta.Hardware/Computing/Offset.cs:24
      src_acc_is_out_of_range <= 1'b0;                              // hw/Vta.Hardware/Computing/Offset.cs:25
    end
    if (valid && ends_uops && ends_inner) begin
      src_inp_outer_value <= src_inp_outer_value_plus_word_96_86[10:0];  // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_inp_outer_is_out_of_range <= src_inp_outer_is_out_of_range || src_inp_outer_value_plus_word_96_86[11];
      src_inp_value <= src_inp_outer_value_plus_word_96_86[10:0];   // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_inp_is_out_of_range <= src_inp_outer_is_out_of_range || src_inp_outer_value_plus_word_96_86[11];
    end else if (valid && ends_uops) begin
      src_inp_value <= src_inp_value_plus_word_107_97[10:0];        // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      src_inp_is_out_of_range <= src_inp_is_out_of_range || src_inp_value_plus_word_107_97[11];
    end
    if (command_valid && command_ready) begin
      src_inp_outer_value <= 11'd0;                                 // hw/Vta.Hardware/Computing/Offset.cs:24
      src_inp_outer_is_out_of_range <= 1'b0;                        // hw/Vta.Hardware/Computing/Offset.cs:25
      src_inp_value <= 11'd0;                                       // hw/Vta.Hardware/Computing/Offset.cs:24
      src_inp_is_out_of_range <= 1'b0;                              // hw/Vta.Hardware/Computing/Offset.cs:25
    end
    if (valid && ends_uops && ends_inner) begin
      wgt_outer_value <= wgt_outer_value_plus_word_117_108[9:0];    // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      wgt_outer_is_out_of_range <= wgt_outer_is_out_of_range || wgt_outer_value_plus_word_117_108[10];
      wgt_value <= wgt_outer_value_plus_word_117_108[9:0];          // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      wgt_is_out_of_range <= wgt_outer_is_out_of_range || wgt_outer_value_plus_word_117_108[10];
    end else if (valid && ends_uops) begin
      wgt_value <= wgt_value_plus_word_127_118[9:0];                // hw/Vta.Hardware/Computing/Offset.cs:24
      // hw/Vta.Hardware/Computing/Offset.cs:25
      wgt_is_out_of_range <= wgt_is_out_of_range || wgt_value_plus_word_127_118[10];
    end
    if (command_valid && command_ready) begin
      wgt_outer_value <= 10'd0;                                     // hw/Vta.Hardware/Computing/Offset.cs:24
      wgt_outer_is_out_of_range <= 1'b0;                            // hw/Vta.Hardware/Computing/Offset.cs:25
      wgt_value <= 10'd0;                                           // hw/Vta.Hardware/Computing/Offset.cs:24
      wgt_is_out_of_range <= 1'b0;                                  // hw/Vta.Hardware/Computing/Offset.cs:25
    end
  end

  wire unused_ok = &{1'b0, word[63], word[48:35], word[6:3]};
endmodule
