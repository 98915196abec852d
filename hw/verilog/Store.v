// Store, described in hw/Vta.Hardware/Storing/Store.cs
// Generated: change the description instead.
module Store (
  input  wire         clock,
  input  wire         reset,
  input  wire         commands_valid,
  output wire         commands_ready,
  input  wire [127:0] commands_word,
  input  wire [31:0]  commands_index,
  input  wire [31:0]  out_base,
  output wire         address_valid,
  input  wire         address_ready,
  output wire [28:0]  address_word,
  output wire [6:0]   address_beats,
  output wire         address_last,
  output wire         data_valid,
  input  wire         data_ready,
  output wire [63:0]  data_data,
  output wire [7:0]   data_strobe,
  output wire         data_last,
  input  wire         response_valid,
  output wire         response_ready,
  input  wire         response_error,
  output wire         read_enable,
  output wire [10:0]  read_index,
  input  wire [127:0] read_data,
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
  output wire [4:0]   out_store_bytes,
  output wire         range_fault_out_of_range,
  output wire [31:0]  range_fault_index,
  output wire         response_fault_bus,
  output wire [31:0]  response_fault_index,
  output wire         decode_fault_illegal,
  output wire [31:0]  decode_fault_index
);

  wire is_legal;
  wire has_data;
  wire is_empty;
  wire [3:0] popped;
  wire [3:0] missing;
  wire has_room;
  wire starts;
  wire [31:0] address;
  wire [19:0] stride;
  wire is_mark;
  reg [6:0] announced;
  reg is_announced;
  wire announces;
  wire ends_burst;
  wire may_write;
  wire [3:0] full;
  wire may_pop;
  wire ends;
  wire retires;
  wire is_full;
  wire is_missing;

  // ports of bursts
  wire bursts_command_ready;
  wire [19:0] bursts_command_row_bytes;
  wire [15:0] bursts_command_rows;
  wire bursts_request_valid;
  wire bursts_request_ready;

  // ports of walker
  wire walker_job_valid;
  wire walker_job_ready;
  wire [15:0] walker_job_sram_base;
  wire [15:0] walker_job_x_size;
  wire [15:0] walker_job_y_size;
  wire [8:0] walker_job_address;
  wire [8:0] walker_job_stride;
  wire walker_beat_valid;
  wire walker_beat_ready;
  wire walker_elements;
  wire walker_busy;

  // ports of pending_bursts
  wire pending_bursts_enq_valid;
  wire pending_bursts_enq_ready;
  wire pending_bursts_enq_is_answered;
  wire pending_bursts_deq_valid;
  wire pending_bursts_deq_ready;
  wire pending_bursts_deq_is_answered;
  wire pending_bursts_deq_is_last;
  wire [6:0] pending_bursts_count;

  // ports of pending_stores
  wire pending_stores_enq_ready;
  wire [3:0] pending_stores_enq_pushes;
  wire [3:0] pending_stores_deq_pushes;
  wire [6:0] pending_stores_count;

  assign is_legal = commands_word[9:7] == 3'd4;
  assign has_data = |commands_word[95:80] && |commands_word[79:64];
  assign is_empty = !is_legal || !has_data;
  assign popped = {1'b0, commands_word[3], 1'b0, 1'b0};
  assign missing = popped & ~tokens_available;
  assign has_room = bursts_command_ready && (walker_job_ready || is_empty) && pending_stores_enq_ready;
  assign starts = commands_valid && !(|missing) && has_room;
  assign commands_ready = starts;
  assign tokens_pop = starts ? popped : 4'd0;
  assign decode_fault_illegal = starts && !is_legal && has_data;
  assign decode_fault_index = commands_index;
  assign address = out_base + {commands_word[53:26], 4'd0};
  assign stride = {commands_word[111:96], 4'd0};
  assign bursts_command_row_bytes = {commands_word[95:80], 4'd0};
  assign bursts_command_rows = is_empty ? 16'd0 : commands_word[79:64];
  assign walker_job_valid = starts && !is_empty;
  assign walker_job_sram_base = commands_word[25:10];
  assign walker_job_x_size = commands_word[95:80];
  assign walker_job_y_size = commands_word[79:64];
  assign walker_job_address = address[8:0];
  assign walker_job_stride = stride[8:0];
  assign pending_stores_enq_pushes = {commands_word[5], 1'b0, 1'b0, 1'b0};
  assign out_store_bytes = {walker_elements, 4'd0};
  assign is_mark = address_beats == 7'd0;
  assign address_valid = bursts_request_valid && !is_mark && pending_bursts_enq_ready;
  assign bursts_request_ready = pending_bursts_enq_ready && (is_mark || address_ready);
  assign pending_bursts_enq_valid = bursts_request_valid && (is_mark || address_ready);
  assign pending_bursts_enq_is_answered = !is_mark;
  assign announces = address_valid && !is_announced;
  assign ends_burst = data_valid && data_ready && data_last;
  assign may_write = announced != 7'd0;
  assign data_valid = walker_beat_valid && may_write;
  assign walker_beat_ready = data_ready && may_write;
  assign full = pending_stores_deq_pushes & ~tokens_have_room;
  assign may_pop = !pending_bursts_deq_is_last || !(|full);
  assign ends = pending_bursts_deq_valid && (response_valid || !pending_bursts_deq_is_answered);
  assign pending_bursts_deq_ready = may_pop && (response_valid || !pending_bursts_deq_is_answered);
  assign response_ready = pending_bursts_deq_valid && pending_bursts_deq_is_answered && may_pop;
  assign retires = pending_bursts_deq_valid && pending_bursts_deq_ready && pending_bursts_deq_is_last;
  assign tokens_push = retires ? pending_stores_deq_pushes : 4'd0;
  assign response_fault_bus = pending_bursts_deq_valid && pending_bursts_deq_ready
      && pending_bursts_deq_is_answered && response_error;
  assign is_full = ends && !may_pop;
  assign is_missing = commands_valid && |missing;
  assign status_retires = retires;
  assign status_empty = (is_missing && !is_full) ? missing : 4'd0;
  assign status_full = is_full ? full : 4'd0;
  assign status_drains = 1'b0;
  assign status_waits = is_full || (is_missing && !status_is_under_way);
  assign status_wait_index = is_full ? response_fault_index : commands_index;
  assign status_works = starts || read_enable || (address_valid && address_ready) || (data_valid && data_ready)
      || (pending_bursts_deq_valid && pending_bursts_deq_ready);

  RowBursts_64_20 bursts (
    .clock                (clock),
    .reset                (reset),
    .command_valid        (starts),
    .command_ready        (bursts_command_ready),
    .command_address      (address),
    .command_row_bytes    (bursts_command_row_bytes),
    .command_stride_bytes (stride),
    .command_rows         (bursts_command_rows),
    .request_valid        (bursts_request_valid),
    .request_ready        (bursts_request_ready),
    .request_word         (address_word),
    .request_beats        (address_beats),
    .request_last         (address_last)
  );

  StoreWalker walker (
    .clock              (clock),
    .reset              (reset),
    .job_valid          (walker_job_valid),
    .job_ready          (walker_job_ready),
    .job_sram_base      (walker_job_sram_base),
    .job_x_size         (walker_job_x_size),
    .job_y_size         (walker_job_y_size),
    .job_address        (walker_job_address),
    .job_stride         (walker_job_stride),
    .job_index          (commands_index),
    .beat_valid         (walker_beat_valid),
    .beat_ready         (walker_beat_ready),
    .beat_data          (data_data),
    .beat_strobe        (data_strobe),
    .beat_last          (data_last),
    .read_enable        (read_enable),
    .read_index         (read_index),
    .read_data          (read_data),
    .elements           (walker_elements),
    .fault_out_of_range (range_fault_out_of_range),
    .fault_index        (range_fault_index),
    .busy               (walker_busy)
  );

  Fifo_2x64_2 pending_bursts (
    .clock           (clock),
    .reset           (reset),
    .enq_valid       (pending_bursts_enq_valid),
    .enq_ready       (pending_bursts_enq_ready),
    .enq_is_answered (pending_bursts_enq_is_answered),
    .enq_is_last     (address_last),
    .deq_valid       (pending_bursts_deq_valid),
    .deq_ready       (pending_bursts_deq_ready),
    .deq_is_answered (pending_bursts_deq_is_answered),
    .deq_is_last     (pending_bursts_deq_is_last),
    .count           (pending_bursts_count)
  );

  Fifo_36x64 pending_stores (
    .clock      (clock),
    .reset      (reset),
    .enq_valid  (starts),
    .enq_ready  (pending_stores_enq_ready),
    .enq_pushes (pending_stores_enq_pushes),
    .enq_index  (commands_index),
    .deq_valid  (status_is_under_way),
    .deq_ready  (retires),
    .deq_pushes (pending_stores_deq_pushes),
    .deq_index  (response_fault_index),
    .count      (pending_stores_count)
  );

  always @(posedge clock) begin
    if (reset) begin
      announced <= 7'd0;
      is_announced <= 1'b0;
    end else begin
      is_announced <= address_valid && !address_ready;
      if (announces && !ends_burst)
        announced <= announced + 7'd1;
      else if (ends_burst && !announces)
        announced <= announced - 7'd1;
    end
  end

  wire unused_ok = &{1'b0, commands_word[127:112], commands_word[63:54], commands_word[6], commands_word[4],
      commands_word[2:0], walker_busy, pending_bursts_count, pending_stores_count};
endmodule
