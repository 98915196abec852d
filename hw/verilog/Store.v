// Store, described in hw/Vta.Hardware/Store/Store.cs
// Generated: change the description instead.
module Store (
  input  wire         clock,
  input  wire         reset,
  input  wire         commands_valid,                               // Store.cs
  output wire         commands_ready,                               // Store.cs
  input  wire [127:0] commands_word,                                // Store.cs
  input  wire [31:0]  commands_index,                               // Store.cs
  input  wire [31:0]  out_base,                                     // Store.cs
  output wire         address_valid,                                // Store.cs
  input  wire         address_ready,                                // Store.cs
  output wire [28:0]  address_word,                                 // Store.cs
  output wire [6:0]   address_beats,                                // Store.cs
  output wire         address_last,                                 // Store.cs
  output wire         data_valid,                                   // Store.cs
  input  wire         data_ready,                                   // Store.cs
  output wire [63:0]  data_data,                                    // Store.cs
  output wire [7:0]   data_strobe,                                  // Store.cs
  output wire         data_last,                                    // Store.cs
  input  wire         response_valid,                               // Store.cs
  output wire         response_ready,                               // Store.cs
  input  wire         response_error,                               // Store.cs
  output wire         read_enable,                                  // Store.cs
  output wire [10:0]  read_index,                                   // Store.cs
  input  wire [127:0] read_data,                                    // Store.cs
  input  wire [3:0]   tokens_available,                             // hw/Vta.Hardware/Control/TokenPorts.cs
  input  wire [3:0]   tokens_have_room,                             // hw/Vta.Hardware/Control/TokenPorts.cs
  output wire [3:0]   tokens_pop,                                   // hw/Vta.Hardware/Control/TokenPorts.cs
  output wire [3:0]   tokens_push,                                  // hw/Vta.Hardware/Control/TokenPorts.cs
  output wire         status_retires,                               // Store.cs
  output wire [3:0]   status_empty,                                 // Store.cs
  output wire [3:0]   status_full,                                  // Store.cs
  output wire         status_drains,                                // Store.cs
  output wire         status_waits,                                 // Store.cs
  output wire [31:0]  status_wait_index,                            // Store.cs
  output wire         status_works,                                 // Store.cs
  output wire         status_is_under_way,                          // Store.cs
  output wire [4:0]   out_store_bytes,                              // Store.cs
  output wire         range_fault_out_of_range,                     // Store.cs
  output wire         range_fault_illegal,                          // Store.cs
  output wire         range_fault_bus,                              // Store.cs
  output wire [31:0]  range_fault_index,                            // Store.cs
  output wire         response_fault_out_of_range,                  // Store.cs
  output wire         response_fault_illegal,                       // Store.cs
  output wire         response_fault_bus,                           // Store.cs
  output wire [31:0]  response_fault_index,                         // Store.cs
  output wire         decode_fault_out_of_range,                    // Store.cs
  output wire         decode_fault_illegal,                         // Store.cs
  output wire         decode_fault_bus,                             // Store.cs
  output wire [31:0]  decode_fault_index                            // Store.cs
);

  wire is_legal;                                                    // Store.cs
  wire has_data;                                                    // Store.cs
  wire is_empty;                                                    // Store.cs
  wire [3:0] popped;                                                // Store.cs
  wire [3:0] missing;                                               // Store.cs
  wire has_room;                                                    // Store.cs
  wire starts;                                                      // Store.cs
  wire [31:0] address;                                              // Store.cs
  wire [19:0] stride;                                               // Store.cs
  wire is_mark;                                                     // Store.cs
  reg [6:0] addressed;                                              // Store.cs
  wire ends_burst;                                                  // Store.cs
  wire may_write;                                                   // Store.cs
  wire [3:0] full;                                                  // Store.cs
  wire may_pop;                                                     // Store.cs
  wire ends;                                                        // Store.cs
  wire retires;                                                     // Store.cs
  wire is_full;                                                     // Store.cs
  wire is_missing;                                                  // Store.cs

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

  assign is_legal = commands_word[9:7] == 3'd4;                     // Store.cs
  assign has_data = |commands_word[95:80] && |commands_word[79:64];  // Store.cs
  assign is_empty = !is_legal || !has_data;                         // Store.cs
  assign popped = {1'b0, commands_word[3], 1'b0, 1'b0};             // Store.cs
  assign missing = popped & ~tokens_available;                      // Store.cs
  assign has_room = bursts_command_ready && (walker_job_ready || is_empty) && pending_stores_enq_ready;  // Store.cs
  assign starts = commands_valid && !(|missing) && has_room;        // Store.cs
  assign commands_ready = starts;                                   // Store.cs
  assign tokens_pop = starts ? popped : 4'd0;                       // Store.cs
  assign decode_fault_out_of_range = 1'b0;                          // Store.cs
  assign decode_fault_illegal = starts && !is_legal && has_data;    // Store.cs
  assign decode_fault_bus = 1'b0;                                   // Store.cs
  assign decode_fault_index = commands_index;                       // Store.cs
  assign address = out_base + {commands_word[53:26], 4'd0};         // Store.cs
  assign stride = {commands_word[111:96], 4'd0};                    // Store.cs
  assign bursts_command_row_bytes = {commands_word[95:80], 4'd0};   // Store.cs
  assign bursts_command_rows = is_empty ? 16'd0 : commands_word[79:64];  // Store.cs
  assign walker_job_valid = starts && !is_empty;                    // Store.cs
  assign walker_job_sram_base = commands_word[25:10];               // Store.cs
  assign walker_job_x_size = commands_word[95:80];                  // Store.cs
  assign walker_job_y_size = commands_word[79:64];                  // Store.cs
  assign walker_job_address = address[8:0];                         // Store.cs
  assign walker_job_stride = stride[8:0];                           // Store.cs
  assign pending_stores_enq_pushes = {commands_word[5], 1'b0, 1'b0, 1'b0};  // Store.cs
  assign out_store_bytes = {walker_elements, 4'd0};                 // Store.cs
  assign is_mark = address_beats == 7'd0;                           // Store.cs
  assign address_valid = bursts_request_valid && !is_mark && pending_bursts_enq_ready;  // Store.cs
  assign bursts_request_ready = pending_bursts_enq_ready && (is_mark || address_ready);  // Store.cs
  assign pending_bursts_enq_valid = bursts_request_valid && (is_mark || address_ready);  // Store.cs
  assign pending_bursts_enq_is_answered = !is_mark;                 // Store.cs
  assign ends_burst = data_valid && data_ready && data_last;        // Store.cs
  assign may_write = addressed != 7'd0;                             // Store.cs
  assign data_valid = walker_beat_valid && may_write;               // Store.cs
  assign walker_beat_ready = data_ready && may_write;               // Store.cs
  assign full = pending_stores_deq_pushes & ~tokens_have_room;      // Store.cs
  assign may_pop = !pending_bursts_deq_is_last || !(|full);         // Store.cs
  assign ends = pending_bursts_deq_valid && (response_valid || !pending_bursts_deq_is_answered);  // Store.cs
  assign pending_bursts_deq_ready = may_pop && (response_valid || !pending_bursts_deq_is_answered);  // Store.cs
  assign response_ready = pending_bursts_deq_valid && pending_bursts_deq_is_answered && may_pop;  // Store.cs
  assign retires = pending_bursts_deq_valid && pending_bursts_deq_ready && pending_bursts_deq_is_last;  // Store.cs
  assign tokens_push = retires ? pending_stores_deq_pushes : 4'd0;  // Store.cs
  assign response_fault_out_of_range = 1'b0;                        // Store.cs
  assign response_fault_illegal = 1'b0;                             // Store.cs
  assign response_fault_bus = pending_bursts_deq_valid && pending_bursts_deq_ready  // Store.cs
      && pending_bursts_deq_is_answered && response_error;
  assign is_full = ends && !may_pop;                                // Store.cs
  assign is_missing = commands_valid && |missing;                   // Store.cs
  assign status_retires = retires;                                  // Store.cs
  assign status_empty = (is_missing && !is_full) ? missing : 4'd0;  // Store.cs
  assign status_full = is_full ? full : 4'd0;                       // Store.cs
  assign status_drains = 1'b0;                                      // Store.cs
  assign status_waits = is_full || (is_missing && !status_is_under_way);  // Store.cs
  assign status_wait_index = is_full ? response_fault_index : commands_index;  // Store.cs
  assign status_works = starts || read_enable || (address_valid && address_ready) || (data_valid && data_ready)  // Store.cs
      || (pending_bursts_deq_valid && pending_bursts_deq_ready);

  RowBursts_64_20 bursts (                                          // Store.cs
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

  StoreWalker walker (                                              // Store.cs
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
    .fault_illegal      (range_fault_illegal),
    .fault_bus          (range_fault_bus),
    .fault_index        (range_fault_index),
    .busy               (walker_busy)
  );

  Fifo_2x64_2 pending_bursts (                                      // Store.cs
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

  Fifo_36x64 pending_stores (                                       // Store.cs
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
      addressed <= 7'd0;
    end else begin
      if (address_valid && address_ready && !ends_burst)            // Store.cs
        addressed <= addressed + 7'd1;                              // Store.cs
      else if (ends_burst && !(address_valid && address_ready))     // Store.cs
        addressed <= addressed - 7'd1;                              // Store.cs
    end
  end

  wire unused_ok = &{1'b0, commands_word[127:112], commands_word[63:54], commands_word[6], commands_word[4],
      commands_word[2:0], walker_busy, pending_bursts_count, pending_stores_count};
endmodule
