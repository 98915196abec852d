// Compute, described in hw/Vta.Hardware/Computing/Compute.cs
// Generated: change the description instead.
module Compute (
  input  wire          clock,
  input  wire          reset,
  input  wire          commands_valid,
  output wire          commands_ready,
  input  wire [127:0]  commands_word,
  input  wire [31:0]   commands_index,
  output wire          request_valid,
  input  wire          request_ready,
  output wire [28:0]   request_word,
  output wire [6:0]    request_beats,
  output wire          request_last,
  input  wire          beat_valid,
  output wire          beat_ready,
  input  wire [63:0]   beat_data,
  input  wire          beat_error,
  input  wire [31:0]   uop_base,
  input  wire [31:0]   acc_base,
  input  wire [3:0]    tokens_available,                            // hw/Vta.Hardware/Control/TokenPorts.cs:12
  input  wire [3:0]    tokens_have_room,                            // hw/Vta.Hardware/Control/TokenPorts.cs:15
  output wire [3:0]    tokens_pop,                                  // hw/Vta.Hardware/Control/TokenPorts.cs:17
  output wire [3:0]    tokens_push,                                 // hw/Vta.Hardware/Control/TokenPorts.cs:19
  output wire          status_retires,
  output wire [3:0]    status_empty,
  output wire [3:0]    status_full,
  output wire          status_drains,
  output wire          status_waits,
  output wire [31:0]   status_wait_index,
  output wire          status_works,
  output wire          status_is_under_way,
  output wire          operand_read_enable,
  output wire [10:0]   inp_read_index,
  output wire [9:0]    wgt_read_index,
  input  wire [127:0]  inp,
  input  wire [2047:0] wgt,
  input  wire          out_read_enable,
  input  wire [10:0]   out_read_index,
  output wire [127:0]  out_read_data,
  input  wire          others_idle,
  output wire          finished,
  output wire [31:0]   finish_index,
  output wire          gemm_steps,
  output wire          alu_steps,
  output wire [5:0]    uop_load_bytes,
  output wire [9:0]    acc_load_bytes,
  output wire [3:0]    acc_write_count,
  output wire          load_fault_out_of_range,
  output wire          load_fault_bus,
  output wire [31:0]   load_fault_index,
  output wire          step_fault_out_of_range,
  output wire [31:0]   step_fault_index,
  output wire          decode_fault_illegal,
  output wire [31:0]   decode_fault_index
);

  localparam [1:0] FINISH_STATE_NONE = 2'd0;
  localparam [1:0] FINISH_STATE_DRAIN = 2'd1;
  localparam [1:0] FINISH_STATE_DONE = 2'd2;

  wire is_load;
  wire is_gemm;
  wire is_alu;
  wire is_finish;
  wire has_trips;
  wire is_step;
  wire is_illegal;
  wire [3:0] popped;
  wire [3:0] missing;
  reg [1:0] finish;
  wire may_start;
  wire may_load;
  wire starts_load;
  wire starts_step;
  wire skips;
  wire starts_finish;
  wire starts;
  reg [4:0] loads_over;
  wire loads_over_taken;
  reg [4:0] steps_over;
  wire steps_over_taken;
  wire is_over;
  wire [3:0] pushes;
  wire [3:0] full;
  wire retires;
  wire drained;
  wire finishes;
  wire is_full;
  wire is_missing;
  wire drains;

  // ports of dma
  wire dma_command_ready;
  wire [2:0] dma_command_target;
  wire [31:0] dma_command_base;
  wire dma_write_valid;
  wire [2:0] dma_write_target;
  wire [15:0] dma_write_index;
  wire [7:0] dma_write_lanes;
  wire [2:0] dma_write_part;
  wire dma_write_is_padding;
  wire [63:0] dma_write_data;
  wire [2:0] dma_may_write;
  wire dma_finishing;
  wire dma_idle;
  wire [31:0] dma_index;
  wire [3:0] dma_elements;

  // ports of steps
  wire steps_command_valid;
  wire steps_command_ready;
  wire steps_uop_read_enable;
  wire [12:0] steps_uop_read_index;
  wire steps_acc_read_enable;
  wire [10:0] steps_dst_read_index;
  wire [10:0] steps_src_read_index;
  wire steps_write_valid;
  wire [10:0] steps_write_index;
  wire [511:0] steps_write_data;
  wire steps_finishes;
  wire steps_idle;

  // ports of pending
  wire pending_enq_valid;
  wire pending_enq_ready;
  wire [3:0] pending_enq_pushes;
  wire pending_deq_is_load;
  wire pending_deq_is_step;
  wire [3:0] pending_deq_pushes;
  wire [31:0] pending_deq_index;
  wire [4:0] pending_count;

  // ports of uops
  wire [31:0] uops_read_data;

  // ports of accumulators
  wire [511:0] accumulators_dst_data;
  wire [511:0] accumulators_src_data;

  assign is_load = commands_word[2:0] == 3'd0
      && (commands_word[9:7] == 3'd0 || commands_word[9:7] == 3'd3 || commands_word[9:7] == 3'd5);
  assign is_gemm = commands_word[2:0] == 3'd2;
  assign is_alu = commands_word[2:0] == 3'd4
      && (commands_word[110:108] == 3'd0 || commands_word[110:108] == 3'd1 || commands_word[110:108] == 3'd2
          || commands_word[110:108] == 3'd3 || commands_word[110:108] == 3'd4);
  assign is_finish = commands_word[2:0] == 3'd3;
  assign has_trips = commands_word[48:35] != 14'd0 && commands_word[62:49] != 14'd0
      && {1'b0, commands_word[20:8]} < commands_word[34:21];
  assign is_step = (is_gemm || is_alu) && has_trips;
  wire is_illegal_condition = !(commands_word[2:0] == 3'd0 || commands_word[2:0] == 3'd1
      || commands_word[2:0] == 3'd2 || commands_word[2:0] == 3'd3 || commands_word[2:0] == 3'd4);
  assign is_illegal = (commands_word[2:0] == 3'd0 && !is_load && |commands_word[95:80] && |commands_word[79:64])
      || (commands_word[2:0] == 3'd4 && !is_alu && has_trips) || is_illegal_condition;
  assign popped = {commands_word[4], 1'b0, 1'b0, commands_word[3]};
  assign missing = popped & ~tokens_available;
  assign may_start = commands_valid && !(|missing) && pending_enq_ready && finish == FINISH_STATE_NONE;
  assign may_load = may_start && is_load && steps_command_ready;
  assign starts_load = may_load && dma_command_ready;
  assign starts_step = may_start && is_step && dma_idle && steps_command_ready;
  assign skips = may_start && !is_load && !is_step && !is_finish;
  assign starts_finish = may_start && is_finish;
  assign starts = starts_load || starts_step || skips || starts_finish;
  assign tokens_pop = starts ? popped : 4'd0;
  assign commands_ready = starts_load || starts_step || skips || finish == FINISH_STATE_DONE;
  assign decode_fault_illegal = skips && is_illegal;
  assign decode_fault_index = commands_index;
  assign dma_command_target = {commands_word[9:7] == 3'd5, commands_word[9:7] == 3'd3,
      commands_word[9:7] == 3'd0};
  assign dma_command_base = (commands_word[9:7] == 3'd0) ? uop_base : acc_base;
  assign steps_command_valid = may_start && is_step && dma_idle;
  assign pending_enq_valid = starts_load || starts_step || skips;
  assign pending_enq_pushes = {1'b0, commands_word[6], commands_word[5], 1'b0};
  assign dma_may_write = {{2{steps_idle}}, 1'b1};
  assign uop_load_bytes = {dma_write_target[0] ? dma_elements : 4'd0, 2'd0};
  assign acc_load_bytes = {dma_write_target[1] ? dma_elements : 4'd0, 6'd0}
      | {2'd0, dma_write_target[2] ? dma_elements : 4'd0, 4'd0};
  assign acc_write_count = (dma_write_target[0] ? 4'd0 : dma_elements
      + {3'd0, dma_write_valid && dma_write_is_padding})
      + {3'd0, steps_write_valid};
  assign is_over = status_is_under_way
      && (pending_deq_is_load ? dma_finishing || loads_over != 5'd0 : !pending_deq_is_step || steps_finishes
          || steps_over != 5'd0);
  assign pushes = status_is_under_way ? pending_deq_pushes : {1'b0, commands_word[6], commands_word[5], 1'b0};
  assign full = pushes & ~tokens_have_room;
  assign retires = is_over && !(|full);
  assign loads_over_taken = retires && pending_deq_is_load;
  assign steps_over_taken = retires && pending_deq_is_step;
  assign drained = !status_is_under_way && others_idle;
  assign finishes = finish == FINISH_STATE_DRAIN && drained && !(|full);
  assign finished = finish == FINISH_STATE_DONE;
  assign finish_index = commands_index;
  assign tokens_push = (retires || finishes) ? pushes : 4'd0;
  assign is_full = (is_over || (finish == FINISH_STATE_DRAIN && drained)) && |full;
  assign is_missing = commands_valid && |missing && finish == FINISH_STATE_NONE;
  assign drains = finish == FINISH_STATE_DRAIN && !drained;
  assign status_retires = retires || finish == FINISH_STATE_DONE;
  assign status_empty = (is_missing && !is_full) ? missing : 4'd0;
  assign status_full = is_full ? full : 4'd0;
  assign status_drains = drains && !is_full;
  assign status_waits = is_full || ((is_missing || drains) && !status_is_under_way);
  assign status_wait_index = (is_full && is_over) ? pending_deq_index : commands_index;
  assign status_works = starts || dma_write_valid || !steps_idle || retires || finishes
      || finish == FINISH_STATE_DONE;

  DmaReader_uop_acc_acc_8bit dma (
    .clock              (clock),
    .reset              (reset),
    .command_valid      (may_load),
    .command_ready      (dma_command_ready),
    .command_target     (dma_command_target),
    .command_base       (dma_command_base),
    .command_word       (commands_word),
    .command_index      (commands_index),
    .request_valid      (request_valid),
    .request_ready      (request_ready),
    .request_word       (request_word),
    .request_beats      (request_beats),
    .request_last       (request_last),
    .beat_valid         (beat_valid),
    .beat_ready         (beat_ready),
    .beat_data          (beat_data),
    .beat_error         (beat_error),
    .write_valid        (dma_write_valid),
    .write_target       (dma_write_target),
    .write_index        (dma_write_index),
    .write_lanes        (dma_write_lanes),
    .write_part         (dma_write_part),
    .write_is_padding   (dma_write_is_padding),
    .write_data         (dma_write_data),
    .may_write          (dma_may_write),
    .finishing          (dma_finishing),
    .may_finish         (1'b1),
    .idle               (dma_idle),
    .index              (dma_index),
    .elements           (dma_elements),
    .fault_out_of_range (load_fault_out_of_range),
    .fault_bus          (load_fault_bus),
    .fault_index        (load_fault_index)
  );

  StepPipeline steps (
    .clock               (clock),
    .reset               (reset),
    .command_valid       (steps_command_valid),
    .command_ready       (steps_command_ready),
    .command_word        (commands_word),
    .command_index       (commands_index),
    .uop_read_enable     (steps_uop_read_enable),
    .uop_read_index      (steps_uop_read_index),
    .uop                 (uops_read_data),
    .operand_read_enable (operand_read_enable),
    .inp_read_index      (inp_read_index),
    .wgt_read_index      (wgt_read_index),
    .inp                 (inp),
    .wgt                 (wgt),
    .acc_read_enable     (steps_acc_read_enable),
    .dst_read_index      (steps_dst_read_index),
    .src_read_index      (steps_src_read_index),
    .dst                 (accumulators_dst_data),
    .src                 (accumulators_src_data),
    .write_valid         (steps_write_valid),
    .write_index         (steps_write_index),
    .write_data          (steps_write_data),
    .finishes            (steps_finishes),
    .idle                (steps_idle),
    .is_gemm_step        (gemm_steps),
    .is_alu_step         (alu_steps),
    .fault_out_of_range  (step_fault_out_of_range),
    .fault_index         (step_fault_index)
  );

  Fifo_38x16 pending (
    .clock       (clock),
    .reset       (reset),
    .enq_valid   (pending_enq_valid),
    .enq_ready   (pending_enq_ready),
    .enq_is_load (is_load),
    .enq_is_step (is_step),
    .enq_pushes  (pending_enq_pushes),
    .enq_index   (commands_index),
    .deq_valid   (status_is_under_way),
    .deq_ready   (retires),
    .deq_is_load (pending_deq_is_load),
    .deq_is_step (pending_deq_is_step),
    .deq_pushes  (pending_deq_pushes),
    .deq_index   (pending_deq_index),
    .count       (pending_count)
  );

  UopBuffer uops (
    .clock            (clock),
    .write_valid      (dma_write_valid),
    .write_target     (dma_write_target),
    .write_index      (dma_write_index),
    .write_lanes      (dma_write_lanes),
    .write_part       (dma_write_part),
    .write_is_padding (dma_write_is_padding),
    .write_data       (dma_write_data),
    .read_enable      (steps_uop_read_enable),
    .read_index       (steps_uop_read_index),
    .read_data        (uops_read_data)
  );

  Accumulators accumulators (
    .clock           (clock),
    .load_valid      (dma_write_valid),
    .load_target     (dma_write_target),
    .load_index      (dma_write_index),
    .load_lanes      (dma_write_lanes),
    .load_part       (dma_write_part),
    .load_is_padding (dma_write_is_padding),
    .load_data       (dma_write_data),
    .step_valid      (steps_write_valid),
    .step_index      (steps_write_index),
    .step_data       (steps_write_data),
    .read_enable     (steps_acc_read_enable),
    .dst_index       (steps_dst_read_index),
    .dst_data        (accumulators_dst_data),
    .src_index       (steps_src_read_index),
    .src_data        (accumulators_src_data),
    .out_read_enable (out_read_enable),
    .out_read_index  (out_read_index),
    .out_read_data   (out_read_data)
  );

  always @(posedge clock) begin
    if (reset) begin
      finish <= FINISH_STATE_NONE;
      loads_over <= 5'd0;
      steps_over <= 5'd0;
    end else begin
      if (dma_finishing && !loads_over_taken)
        loads_over <= loads_over + 5'd1;
      else if (loads_over_taken && !dma_finishing)
        loads_over <= loads_over - 5'd1;
      if (steps_finishes && !steps_over_taken)
        steps_over <= steps_over + 5'd1;
      else if (steps_over_taken && !steps_finishes)
        steps_over <= steps_over - 5'd1;
      case (finish)
        FINISH_STATE_NONE:
          if (starts_finish)
            finish <= FINISH_STATE_DRAIN;
        FINISH_STATE_DRAIN:
          if (finishes)
            finish <= FINISH_STATE_DONE;
        FINISH_STATE_DONE:
          finish <= FINISH_STATE_NONE;
        default: ;
      endcase
    end
  end

  wire unused_ok = &{1'b0, dma_index, pending_count};
endmodule
