// Load, described in hw/Vta.Hardware/Loading/Load.cs
// Generated: change the description instead.
module Load (
  input  wire         clock,
  input  wire         reset,
  input  wire         commands_valid,
  output wire         commands_ready,
  input  wire [127:0] commands_word,
  input  wire [31:0]  commands_index,
  output wire         request_valid,
  input  wire         request_ready,
  output wire [28:0]  request_word,
  output wire [6:0]   request_beats,
  output wire         request_last,
  input  wire         beat_valid,
  output wire         beat_ready,
  input  wire [63:0]  beat_data,
  input  wire         beat_error,
  output wire         write_valid,
  output wire [1:0]   write_target,
  output wire [15:0]  write_index,
  output wire [7:0]   write_lanes,
  output wire [4:0]   write_part,
  output wire         write_is_padding,
  output wire [63:0]  write_data,
  input  wire [31:0]  inp_base,
  input  wire [31:0]  wgt_base,
  input  wire [3:0]   tokens_available,                             // hw/Vta.Hardware/Control/TokenPorts.cs:12
  input  wire [3:0]   tokens_have_room,                             // hw/Vta.Hardware/Control/TokenPorts.cs:15
  output wire [3:0]   tokens_pop,                                   // hw/Vta.Hardware/Control/TokenPorts.cs:17
  output wire [3:0]   tokens_push,                                  // hw/Vta.Hardware/Control/TokenPorts.cs:19
  output wire         status_retires,
  output wire [3:0]   status_empty,
  output wire [3:0]   status_full,
  output wire         status_drains,
  output wire         status_waits,
  output wire [31:0]  status_wait_index,
  output wire         status_works,
  output wire         status_is_under_way,
  output wire         fault_out_of_range,
  output wire         fault_bus,
  output wire [31:0]  fault_index,
  output wire [7:0]   inp_load_bytes,
  output wire [11:0]  wgt_load_bytes
);

  wire is_wgt;
  wire [3:0] popped;
  wire [3:0] missing;
  wire starts;
  wire [3:0] full;
  wire retires;
  wire is_full;
  wire is_empty;

  // ports of dma
  wire dma_command_valid;
  wire dma_command_ready;
  wire [1:0] dma_command_target;
  wire [31:0] dma_command_base;
  wire dma_finishing;
  wire dma_may_finish;
  wire dma_idle;
  wire [31:0] dma_index;
  wire [3:0] dma_elements;

  // ports of pushes
  wire pushes_enq_ready;
  wire [3:0] pushes_enq;
  wire pushes_deq_valid;
  wire [3:0] pushes_deq;
  wire [4:0] pushes_count;

  assign is_wgt = commands_word[9:7] == 3'd1;
  assign popped = {1'b0, 1'b0, commands_word[4], 1'b0};
  assign missing = popped & ~tokens_available;
  assign starts = commands_valid && !(|missing) && dma_command_ready;
  assign commands_ready = starts;
  assign tokens_pop = starts ? popped : 4'd0;
  assign dma_command_valid = commands_valid && !(|missing);
  assign dma_command_target = {is_wgt, !is_wgt};
  assign dma_command_base = is_wgt ? wgt_base : inp_base;
  assign inp_load_bytes = {write_target[0] ? dma_elements : 4'd0, 4'd0};
  assign wgt_load_bytes = {write_target[1] ? dma_elements : 4'd0, 8'd0};
  assign pushes_enq = {1'b0, 1'b0, 1'b0, commands_word[6]};
  assign full = pushes_deq & ~tokens_have_room;
  assign retires = dma_finishing && !(|full);
  assign dma_may_finish = !(|full);
  assign tokens_push = retires ? pushes_deq : 4'd0;
  assign is_full = dma_finishing && |full;
  assign is_empty = commands_valid && |missing;
  assign status_retires = retires;
  assign status_empty = (is_empty && !is_full) ? missing : 4'd0;
  assign status_full = is_full ? full : 4'd0;
  assign status_drains = 1'b0;
  assign status_waits = is_full || (is_empty && dma_idle);
  assign status_wait_index = is_full ? dma_index : commands_index;
  assign status_works = starts || write_valid || retires;
  assign status_is_under_way = !dma_idle;

  DmaReader_inp_wgt dma (
    .clock              (clock),
    .reset              (reset),
    .command_valid      (dma_command_valid),
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
    .write_valid        (write_valid),
    .write_target       (write_target),
    .write_index        (write_index),
    .write_lanes        (write_lanes),
    .write_part         (write_part),
    .write_is_padding   (write_is_padding),
    .write_data         (write_data),
    .may_write          (2'd3),
    .finishing          (dma_finishing),
    .may_finish         (dma_may_finish),
    .idle               (dma_idle),
    .index              (dma_index),
    .elements           (dma_elements),
    .fault_out_of_range (fault_out_of_range),
    .fault_bus          (fault_bus),
    .fault_index        (fault_index)
  );

  Fifo_4x16 pushes (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (starts),
    .enq_ready (pushes_enq_ready),
    .enq       (pushes_enq),
    .deq_valid (pushes_deq_valid),
    .deq_ready (retires),
    .deq       (pushes_deq),
    .count     (pushes_count)
  );

  wire unused_ok = &{1'b0, pushes_enq_ready, pushes_deq_valid, pushes_count};
endmodule
