// Core, described in hw/Vta.Hardware/Core.cs
// Generated: change the description instead.
module Core (
  input  wire        clock,
  input  wire        reset,
  input  wire        launch,
  input  wire [31:0] instruction_address,
  input  wire [31:0] instruction_count,
  input  wire [31:0] uop_base,
  input  wire [31:0] inp_base,
  input  wire [31:0] wgt_base,
  input  wire [31:0] acc_base,
  input  wire [31:0] out_base,
  output wire        read_address_valid,
  input  wire        read_address_ready,
  output wire [28:0] read_address_word,
  output wire [6:0]  read_address_beats,
  output wire        read_address_last,
  input  wire        read_data_valid,
  output wire        read_data_ready,
  input  wire [63:0] read_data_data,
  input  wire        read_data_error,
  input  wire        read_data_last,
  output wire        write_address_valid,
  input  wire        write_address_ready,
  output wire [28:0] write_address_word,
  output wire [6:0]  write_address_beats,
  output wire        write_address_last,
  output wire        write_data_valid,
  input  wire        write_data_ready,
  output wire [63:0] write_data_data,
  output wire [7:0]  write_data_strobe,
  output wire        write_data_last,
  input  wire        response_valid,
  output wire        response_ready,
  input  wire        response_error,
  output wire        done,
  output wire        running,
  output wire [31:0] fault_status,
  output wire [31:0] fault_instruction,
  output wire [31:0] load_wait,
  output wire [31:0] load_wait_instruction,
  output wire [31:0] compute_wait,
  output wire [31:0] compute_wait_instruction,
  output wire [31:0] store_wait,
  output wire [31:0] store_wait_instruction,
  output wire [63:0] count_cycle_count,
  output wire [63:0] count_acc_write_count,
  output wire [63:0] count_load_busy,
  output wire [63:0] count_load_memory_stalled,
  output wire [63:0] count_load_token_stalled,
  output wire [63:0] count_compute_busy,
  output wire [63:0] count_compute_memory_stalled,
  output wire [63:0] count_compute_token_stalled,
  output wire [63:0] count_store_busy,
  output wire [63:0] count_store_memory_stalled,
  output wire [63:0] count_store_token_stalled,
  output wire [63:0] count_uop_load_bytes,
  output wire [63:0] count_inp_load_bytes,
  output wire [63:0] count_wgt_load_bytes,
  output wire [63:0] count_acc_load_bytes,
  output wire [63:0] count_out_store_bytes,
  output wire [63:0] count_gemm_steps,
  output wire [63:0] count_alu_steps,
  output wire [63:0] count_load_instruction_stalled,
  output wire [63:0] count_load_idle,
  output wire [63:0] count_compute_instruction_stalled,
  output wire [63:0] count_compute_idle,
  output wire [63:0] count_store_instruction_stalled,
  output wire [63:0] count_store_idle
);

  localparam [2:0] UNIT_ACTIVITY_BUSY = 3'd0;
  localparam [2:0] UNIT_ACTIVITY_MEMORY_STALLED = 3'd1;
  localparam [2:0] UNIT_ACTIVITY_TOKEN_STALLED = 3'd2;
  localparam [2:0] UNIT_ACTIVITY_INSTRUCTION_STALLED = 3'd3;
  localparam [2:0] UNIT_ACTIVITY_IDLE = 3'd4;

  reg [9:0] load_unfinished;
  reg [9:0] compute_unfinished;
  reg [9:0] store_unfinished;
  reg running_reg;
  reg finished;
  reg [3:0] quiet;
  wire is_quiet;
  wire deadlocks;
  reg deadlocked;
  reg done_reg;
  wire ends;
  reg [3:0] tokens;
  reg [31:0] finish_index;
  wire has_leftover;
  wire has_fault;
  wire [31:0] least;
  wire has_fault_2;
  wire [31:0] least_2;
  wire has_fault_3;
  wire [31:0] least_3;
  wire has_fault_4;
  wire [31:0] least_4;
  wire has_fault_5;
  wire [31:0] least_5;
  wire has_fault_6;
  wire [31:0] least_6;
  wire has_fault_7;
  wire [31:0] least_7;
  wire has_fault_8;
  wire [31:0] least_8;
  reg [8:0] load_wait_value;
  reg [31:0] load_wait_instruction_value;
  reg [8:0] compute_wait_value;
  reg [31:0] compute_wait_instruction_value;
  reg [8:0] store_wait_value;
  reg [31:0] store_wait_instruction_value;
  wire [2:0] load_activity;
  wire [2:0] compute_activity;
  wire [2:0] store_activity;

  // ports of arbiter
  wire arbiter_compute_request_ready;
  wire arbiter_fetch_request_ready;
  wire arbiter_load_request_ready;
  wire arbiter_compute_beat_valid;
  wire [63:0] arbiter_compute_beat_data;
  wire arbiter_compute_beat_error;
  wire arbiter_fetch_beat_valid;
  wire [63:0] arbiter_fetch_beat_data;
  wire arbiter_fetch_beat_error;
  wire arbiter_load_beat_valid;
  wire [63:0] arbiter_load_beat_data;
  wire arbiter_load_beat_error;

  // ports of fetch
  wire fetch_request_valid;
  wire [28:0] fetch_request_word;
  wire [6:0] fetch_request_beats;
  wire fetch_request_last;
  wire fetch_beat_ready;
  wire [127:0] fetch_command_word;
  wire [31:0] fetch_command_index;
  wire [2:0] fetch_dispatch;
  wire [2:0] fetch_unit_ready;
  wire fetch_has_more;
  wire fetch_waits;
  wire fetch_drained;
  wire fetch_fault_bus;
  wire [31:0] fetch_fault_index;

  // ports of load
  wire load_commands_ready;
  wire load_request_valid;
  wire [28:0] load_request_word;
  wire [6:0] load_request_beats;
  wire load_request_last;
  wire load_beat_ready;
  wire load_write_valid;
  wire [1:0] load_write_target;
  wire [15:0] load_write_index;
  wire [7:0] load_write_lanes;
  wire [4:0] load_write_part;
  wire load_write_is_padding;
  wire [63:0] load_write_data;
  wire [3:0] load_tokens_available;
  wire [3:0] load_tokens_have_room;
  wire [3:0] load_tokens_pop;
  wire [3:0] load_tokens_push;
  wire load_status_retires;
  wire [3:0] load_status_empty;
  wire [3:0] load_status_full;
  wire load_status_drains;
  wire load_status_waits;
  wire [31:0] load_status_wait_index;
  wire load_status_works;
  wire load_status_is_under_way;
  wire load_fault_out_of_range;
  wire load_fault_bus;
  wire [31:0] load_fault_index;
  wire [7:0] load_inp_load_bytes;
  wire [11:0] load_wgt_load_bytes;

  // ports of compute
  wire compute_commands_ready;
  wire compute_request_valid;
  wire [28:0] compute_request_word;
  wire [6:0] compute_request_beats;
  wire compute_request_last;
  wire compute_beat_ready;
  wire [3:0] compute_tokens_available;
  wire [3:0] compute_tokens_have_room;
  wire [3:0] compute_tokens_pop;
  wire [3:0] compute_tokens_push;
  wire compute_status_retires;
  wire [3:0] compute_status_empty;
  wire [3:0] compute_status_full;
  wire compute_status_drains;
  wire compute_status_waits;
  wire [31:0] compute_status_wait_index;
  wire compute_status_works;
  wire compute_status_is_under_way;
  wire compute_operand_read_enable;
  wire [10:0] compute_inp_read_index;
  wire [9:0] compute_wgt_read_index;
  wire [127:0] compute_out_read_data;
  wire compute_others_idle;
  wire compute_finished;
  wire [31:0] compute_finish_index;
  wire compute_gemm_steps;
  wire compute_alu_steps;
  wire [5:0] compute_uop_load_bytes;
  wire [9:0] compute_acc_load_bytes;
  wire [3:0] compute_acc_write_count;
  wire compute_load_fault_out_of_range;
  wire compute_load_fault_bus;
  wire [31:0] compute_load_fault_index;
  wire compute_step_fault_out_of_range;
  wire [31:0] compute_step_fault_index;
  wire compute_decode_fault_illegal;
  wire [31:0] compute_decode_fault_index;

  // ports of store
  wire store_commands_ready;
  wire store_read_enable;
  wire [10:0] store_read_index;
  wire [3:0] store_tokens_available;
  wire [3:0] store_tokens_have_room;
  wire [3:0] store_tokens_pop;
  wire [3:0] store_tokens_push;
  wire store_status_retires;
  wire [3:0] store_status_empty;
  wire [3:0] store_status_full;
  wire store_status_drains;
  wire store_status_waits;
  wire [31:0] store_status_wait_index;
  wire store_status_works;
  wire store_status_is_under_way;
  wire [4:0] store_out_store_bytes;
  wire store_range_fault_out_of_range;
  wire [31:0] store_range_fault_index;
  wire store_response_fault_bus;
  wire [31:0] store_response_fault_index;
  wire store_decode_fault_illegal;
  wire [31:0] store_decode_fault_index;

  // ports of load_queue
  wire load_queue_enq_valid;
  wire load_queue_enq_ready;
  wire load_queue_deq_valid;
  wire [127:0] load_queue_deq_word;
  wire [31:0] load_queue_deq_index;

  // ports of compute_queue
  wire compute_queue_enq_valid;
  wire compute_queue_enq_ready;
  wire compute_queue_deq_valid;
  wire [127:0] compute_queue_deq_word;
  wire [31:0] compute_queue_deq_index;

  // ports of store_queue
  wire store_queue_enq_valid;
  wire store_queue_enq_ready;
  wire store_queue_deq_valid;
  wire [127:0] store_queue_deq_word;
  wire [31:0] store_queue_deq_index;

  // ports of load_to_compute
  wire load_to_compute_push;
  wire load_to_compute_pop;
  wire load_to_compute_available;
  wire load_to_compute_has_room;

  // ports of compute_to_load
  wire compute_to_load_push;
  wire compute_to_load_pop;
  wire compute_to_load_available;
  wire compute_to_load_has_room;

  // ports of compute_to_store
  wire compute_to_store_push;
  wire compute_to_store_pop;
  wire compute_to_store_available;
  wire compute_to_store_has_room;

  // ports of store_to_compute
  wire store_to_compute_push;
  wire store_to_compute_pop;
  wire store_to_compute_available;
  wire store_to_compute_has_room;

  // ports of inputs
  wire [127:0] inputs_read_data;

  // ports of weights
  wire [2047:0] weights_read_data;

  // ports of fetch_fault
  wire fetch_fault_latched_bus;
  wire [31:0] fetch_fault_latched_index;
  wire fetch_fault_any;

  // ports of load_fault
  wire load_fault_latched_out_of_range;
  wire load_fault_latched_bus;
  wire [31:0] load_fault_latched_index;
  wire load_fault_any;

  // ports of compute_load_fault
  wire compute_load_fault_latched_out_of_range;
  wire compute_load_fault_latched_bus;
  wire [31:0] compute_load_fault_latched_index;
  wire compute_load_fault_any;

  // ports of compute_step_fault
  wire compute_step_fault_latched_out_of_range;
  wire [31:0] compute_step_fault_latched_index;
  wire compute_step_fault_any;

  // ports of compute_decode_fault
  wire compute_decode_fault_latched_illegal;
  wire [31:0] compute_decode_fault_latched_index;
  wire compute_decode_fault_any;

  // ports of store_range_fault
  wire store_range_fault_latched_out_of_range;
  wire [31:0] store_range_fault_latched_index;
  wire store_range_fault_any;

  // ports of store_response_fault
  wire store_response_fault_latched_bus;
  wire [31:0] store_response_fault_latched_index;
  wire store_response_fault_any;

  // ports of store_decode_fault
  wire store_decode_fault_latched_illegal;
  wire [31:0] store_decode_fault_latched_index;
  wire store_decode_fault_any;

  // ports of counters
  wire counters_amount_load_busy;
  wire counters_amount_load_memory_stalled;
  wire counters_amount_load_token_stalled;
  wire counters_amount_load_instruction_stalled;
  wire counters_amount_load_idle;
  wire counters_amount_compute_busy;
  wire counters_amount_compute_memory_stalled;
  wire counters_amount_compute_token_stalled;
  wire counters_amount_compute_instruction_stalled;
  wire counters_amount_compute_idle;
  wire counters_amount_store_busy;
  wire counters_amount_store_memory_stalled;
  wire counters_amount_store_token_stalled;
  wire counters_amount_store_instruction_stalled;
  wire counters_amount_store_idle;

  assign load_queue_enq_valid = fetch_dispatch[0];
  assign compute_queue_enq_valid = fetch_dispatch[1];
  assign store_queue_enq_valid = fetch_dispatch[2];
  assign fetch_unit_ready = {store_unfinished != 10'd512, compute_unfinished != 10'd512,
      load_unfinished != 10'd512};
  assign compute_others_idle = load_unfinished == 10'd0 && store_unfinished == 10'd0;
  assign load_to_compute_push = load_tokens_push[0];
  assign load_to_compute_pop = compute_tokens_pop[0];
  assign compute_to_load_push = compute_tokens_push[1];
  assign compute_to_load_pop = load_tokens_pop[1];
  assign compute_to_store_push = compute_tokens_push[2];
  assign compute_to_store_pop = store_tokens_pop[2];
  assign store_to_compute_push = store_tokens_push[3];
  assign store_to_compute_pop = compute_tokens_pop[3];
  assign load_tokens_available = {store_to_compute_available, compute_to_store_available,
      compute_to_load_available, load_to_compute_available};
  assign load_tokens_have_room = {store_to_compute_has_room, compute_to_store_has_room,
      compute_to_load_has_room, load_to_compute_has_room};
  assign compute_tokens_available = {store_to_compute_available, compute_to_store_available,
      compute_to_load_available, load_to_compute_available};
  assign compute_tokens_have_room = {store_to_compute_has_room, compute_to_store_has_room,
      compute_to_load_has_room, load_to_compute_has_room};
  assign store_tokens_available = {store_to_compute_available, compute_to_store_available,
      compute_to_load_available, load_to_compute_available};
  assign store_tokens_have_room = {store_to_compute_has_room, compute_to_store_has_room,
      compute_to_load_has_room, load_to_compute_has_room};
  assign is_quiet = running_reg && !finished && !compute_finished && fetch_waits
      && (load_unfinished == 10'd0 || load_status_waits)
      && (compute_unfinished == 10'd0 || compute_status_waits)
      && (store_unfinished == 10'd0 || store_status_waits);
  assign deadlocks = is_quiet && quiet == 4'd15;
  assign ends = running_reg && ((finished && fetch_drained) || deadlocks);
  assign running = running_reg;
  assign done = done_reg;
  assign has_leftover = |tokens;
  assign fault_status = {20'd0, tokens, 3'd0, deadlocked, has_leftover, fetch_fault_latched_bus
      || load_fault_latched_bus || compute_load_fault_latched_bus || store_response_fault_latched_bus,
      compute_decode_fault_latched_illegal || store_decode_fault_latched_illegal,
      load_fault_latched_out_of_range || compute_load_fault_latched_out_of_range
      || compute_step_fault_latched_out_of_range || store_range_fault_latched_out_of_range};
  assign has_fault = fetch_fault_any || load_fault_any;
  assign least = (load_fault_any && (!fetch_fault_any || load_fault_latched_index < fetch_fault_latched_index))
      ? load_fault_latched_index : fetch_fault_latched_index;
  assign has_fault_2 = compute_load_fault_any || compute_step_fault_any;
  assign least_2 = (compute_step_fault_any
      && (!compute_load_fault_any || compute_step_fault_latched_index < compute_load_fault_latched_index))
      ? compute_step_fault_latched_index : compute_load_fault_latched_index;
  assign has_fault_3 = compute_decode_fault_any || store_range_fault_any;
  assign least_3 = (store_range_fault_any
      && (!compute_decode_fault_any || store_range_fault_latched_index < compute_decode_fault_latched_index))
      ? store_range_fault_latched_index : compute_decode_fault_latched_index;
  assign has_fault_4 = store_response_fault_any || store_decode_fault_any;
  assign least_4 = (store_decode_fault_any
      && (!store_response_fault_any || store_decode_fault_latched_index < store_response_fault_latched_index))
      ? store_decode_fault_latched_index : store_response_fault_latched_index;
  assign has_fault_5 = has_fault || has_fault_2;
  assign least_5 = (has_fault_2 && (!has_fault || least_2 < least)) ? least_2 : least;
  assign has_fault_6 = has_fault_3 || has_fault_4;
  assign least_6 = (has_fault_4 && (!has_fault_3 || least_4 < least_3)) ? least_4 : least_3;
  assign has_fault_7 = has_fault_5 || has_fault_6;
  assign least_7 = (has_fault_6 && (!has_fault_5 || least_6 < least_5)) ? least_6 : least_5;
  assign has_fault_8 = has_fault_7 || has_leftover;
  assign least_8 = (has_leftover && (!has_fault_7 || finish_index < least_7)) ? finish_index : least_7;
  assign fault_instruction = has_fault_8 ? least_8 : 32'd0;
  assign load_wait = {23'd0, load_wait_value};
  assign load_wait_instruction = load_wait_instruction_value;
  assign compute_wait = {23'd0, compute_wait_value};
  assign compute_wait_instruction = compute_wait_instruction_value;
  assign store_wait = {23'd0, store_wait_value};
  assign store_wait_instruction = store_wait_instruction_value;
  assign load_activity = load_status_works ? UNIT_ACTIVITY_BUSY : (|load_status_full)
      ? UNIT_ACTIVITY_TOKEN_STALLED : load_status_is_under_way ? UNIT_ACTIVITY_MEMORY_STALLED
      : (|load_status_empty || load_status_drains) ? UNIT_ACTIVITY_TOKEN_STALLED
      : (fetch_has_more || load_unfinished != 10'd0) ? UNIT_ACTIVITY_INSTRUCTION_STALLED : UNIT_ACTIVITY_IDLE;
  assign compute_activity = compute_status_works ? UNIT_ACTIVITY_BUSY : (|compute_status_full)
      ? UNIT_ACTIVITY_TOKEN_STALLED : compute_status_is_under_way ? UNIT_ACTIVITY_MEMORY_STALLED
      : (|compute_status_empty || compute_status_drains) ? UNIT_ACTIVITY_TOKEN_STALLED
      : (fetch_has_more || compute_unfinished != 10'd0) ? UNIT_ACTIVITY_INSTRUCTION_STALLED
      : UNIT_ACTIVITY_IDLE;
  assign store_activity = store_status_works ? UNIT_ACTIVITY_BUSY : (|store_status_full)
      ? UNIT_ACTIVITY_TOKEN_STALLED : store_status_is_under_way ? UNIT_ACTIVITY_MEMORY_STALLED
      : (|store_status_empty || store_status_drains) ? UNIT_ACTIVITY_TOKEN_STALLED
      : (fetch_has_more || store_unfinished != 10'd0) ? UNIT_ACTIVITY_INSTRUCTION_STALLED : UNIT_ACTIVITY_IDLE;
  assign counters_amount_load_busy = running_reg && load_activity == UNIT_ACTIVITY_BUSY;
  assign counters_amount_load_memory_stalled = running_reg && load_activity == UNIT_ACTIVITY_MEMORY_STALLED;
  assign counters_amount_load_token_stalled = running_reg && load_activity == UNIT_ACTIVITY_TOKEN_STALLED;
  assign counters_amount_load_instruction_stalled = running_reg
      && load_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED;
  assign counters_amount_load_idle = running_reg && load_activity == UNIT_ACTIVITY_IDLE;
  assign counters_amount_compute_busy = running_reg && compute_activity == UNIT_ACTIVITY_BUSY;
  assign counters_amount_compute_memory_stalled = running_reg
      && compute_activity == UNIT_ACTIVITY_MEMORY_STALLED;
  assign counters_amount_compute_token_stalled = running_reg && compute_activity == UNIT_ACTIVITY_TOKEN_STALLED;
  assign counters_amount_compute_instruction_stalled = running_reg
      && compute_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED;
  assign counters_amount_compute_idle = running_reg && compute_activity == UNIT_ACTIVITY_IDLE;
  assign counters_amount_store_busy = running_reg && store_activity == UNIT_ACTIVITY_BUSY;
  assign counters_amount_store_memory_stalled = running_reg && store_activity == UNIT_ACTIVITY_MEMORY_STALLED;
  assign counters_amount_store_token_stalled = running_reg && store_activity == UNIT_ACTIVITY_TOKEN_STALLED;
  assign counters_amount_store_instruction_stalled = running_reg
      && store_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED;
  assign counters_amount_store_idle = running_reg && store_activity == UNIT_ACTIVITY_IDLE;

  ReadArbiter_64 arbiter (
    .clock                 (clock),
    .reset                 (reset),
    .compute_request_valid (compute_request_valid),
    .compute_request_ready (arbiter_compute_request_ready),
    .compute_request_word  (compute_request_word),
    .compute_request_beats (compute_request_beats),
    .compute_request_last  (compute_request_last),
    .fetch_request_valid   (fetch_request_valid),
    .fetch_request_ready   (arbiter_fetch_request_ready),
    .fetch_request_word    (fetch_request_word),
    .fetch_request_beats   (fetch_request_beats),
    .fetch_request_last    (fetch_request_last),
    .load_request_valid    (load_request_valid),
    .load_request_ready    (arbiter_load_request_ready),
    .load_request_word     (load_request_word),
    .load_request_beats    (load_request_beats),
    .load_request_last     (load_request_last),
    .compute_beat_valid    (arbiter_compute_beat_valid),
    .compute_beat_ready    (compute_beat_ready),
    .compute_beat_data     (arbiter_compute_beat_data),
    .compute_beat_error    (arbiter_compute_beat_error),
    .fetch_beat_valid      (arbiter_fetch_beat_valid),
    .fetch_beat_ready      (fetch_beat_ready),
    .fetch_beat_data       (arbiter_fetch_beat_data),
    .fetch_beat_error      (arbiter_fetch_beat_error),
    .load_beat_valid       (arbiter_load_beat_valid),
    .load_beat_ready       (load_beat_ready),
    .load_beat_data        (arbiter_load_beat_data),
    .load_beat_error       (arbiter_load_beat_error),
    .address_valid         (read_address_valid),
    .address_ready         (read_address_ready),
    .address_word          (read_address_word),
    .address_beats         (read_address_beats),
    .address_last          (read_address_last),
    .data_valid            (read_data_valid),
    .data_ready            (read_data_ready),
    .data_data             (read_data_data),
    .data_error            (read_data_error),
    .data_last             (read_data_last)
  );

  Fetch fetch (
    .clock         (clock),
    .reset         (reset),
    .launch        (launch),
    .address       (instruction_address),
    .count         (instruction_count),
    .request_valid (fetch_request_valid),
    .request_ready (arbiter_fetch_request_ready),
    .request_word  (fetch_request_word),
    .request_beats (fetch_request_beats),
    .request_last  (fetch_request_last),
    .beat_valid    (arbiter_fetch_beat_valid),
    .beat_ready    (fetch_beat_ready),
    .beat_data     (arbiter_fetch_beat_data),
    .beat_error    (arbiter_fetch_beat_error),
    .command_word  (fetch_command_word),
    .command_index (fetch_command_index),
    .dispatch      (fetch_dispatch),
    .unit_ready    (fetch_unit_ready),
    .has_more      (fetch_has_more),
    .waits         (fetch_waits),
    .drained       (fetch_drained),
    .fault_bus     (fetch_fault_bus),
    .fault_index   (fetch_fault_index)
  );

  Load load (
    .clock               (clock),
    .reset               (reset),
    .commands_valid      (load_queue_deq_valid),
    .commands_ready      (load_commands_ready),
    .commands_word       (load_queue_deq_word),
    .commands_index      (load_queue_deq_index),
    .request_valid       (load_request_valid),
    .request_ready       (arbiter_load_request_ready),
    .request_word        (load_request_word),
    .request_beats       (load_request_beats),
    .request_last        (load_request_last),
    .beat_valid          (arbiter_load_beat_valid),
    .beat_ready          (load_beat_ready),
    .beat_data           (arbiter_load_beat_data),
    .beat_error          (arbiter_load_beat_error),
    .write_valid         (load_write_valid),
    .write_target        (load_write_target),
    .write_index         (load_write_index),
    .write_lanes         (load_write_lanes),
    .write_part          (load_write_part),
    .write_is_padding    (load_write_is_padding),
    .write_data          (load_write_data),
    .inp_base            (inp_base),
    .wgt_base            (wgt_base),
    .tokens_available    (load_tokens_available),
    .tokens_have_room    (load_tokens_have_room),
    .tokens_pop          (load_tokens_pop),
    .tokens_push         (load_tokens_push),
    .status_retires      (load_status_retires),
    .status_empty        (load_status_empty),
    .status_full         (load_status_full),
    .status_drains       (load_status_drains),
    .status_waits        (load_status_waits),
    .status_wait_index   (load_status_wait_index),
    .status_works        (load_status_works),
    .status_is_under_way (load_status_is_under_way),
    .fault_out_of_range  (load_fault_out_of_range),
    .fault_bus           (load_fault_bus),
    .fault_index         (load_fault_index),
    .inp_load_bytes      (load_inp_load_bytes),
    .wgt_load_bytes      (load_wgt_load_bytes)
  );

  Compute compute (
    .clock                   (clock),
    .reset                   (reset),
    .commands_valid          (compute_queue_deq_valid),
    .commands_ready          (compute_commands_ready),
    .commands_word           (compute_queue_deq_word),
    .commands_index          (compute_queue_deq_index),
    .request_valid           (compute_request_valid),
    .request_ready           (arbiter_compute_request_ready),
    .request_word            (compute_request_word),
    .request_beats           (compute_request_beats),
    .request_last            (compute_request_last),
    .beat_valid              (arbiter_compute_beat_valid),
    .beat_ready              (compute_beat_ready),
    .beat_data               (arbiter_compute_beat_data),
    .beat_error              (arbiter_compute_beat_error),
    .uop_base                (uop_base),
    .acc_base                (acc_base),
    .tokens_available        (compute_tokens_available),
    .tokens_have_room        (compute_tokens_have_room),
    .tokens_pop              (compute_tokens_pop),
    .tokens_push             (compute_tokens_push),
    .status_retires          (compute_status_retires),
    .status_empty            (compute_status_empty),
    .status_full             (compute_status_full),
    .status_drains           (compute_status_drains),
    .status_waits            (compute_status_waits),
    .status_wait_index       (compute_status_wait_index),
    .status_works            (compute_status_works),
    .status_is_under_way     (compute_status_is_under_way),
    .operand_read_enable     (compute_operand_read_enable),
    .inp_read_index          (compute_inp_read_index),
    .wgt_read_index          (compute_wgt_read_index),
    .inp                     (inputs_read_data),
    .wgt                     (weights_read_data),
    .out_read_enable         (store_read_enable),
    .out_read_index          (store_read_index),
    .out_read_data           (compute_out_read_data),
    .others_idle             (compute_others_idle),
    .finished                (compute_finished),
    .finish_index            (compute_finish_index),
    .gemm_steps              (compute_gemm_steps),
    .alu_steps               (compute_alu_steps),
    .uop_load_bytes          (compute_uop_load_bytes),
    .acc_load_bytes          (compute_acc_load_bytes),
    .acc_write_count         (compute_acc_write_count),
    .load_fault_out_of_range (compute_load_fault_out_of_range),
    .load_fault_bus          (compute_load_fault_bus),
    .load_fault_index        (compute_load_fault_index),
    .step_fault_out_of_range (compute_step_fault_out_of_range),
    .step_fault_index        (compute_step_fault_index),
    .decode_fault_illegal    (compute_decode_fault_illegal),
    .decode_fault_index      (compute_decode_fault_index)
  );

  Store store (
    .clock                    (clock),
    .reset                    (reset),
    .commands_valid           (store_queue_deq_valid),
    .commands_ready           (store_commands_ready),
    .commands_word            (store_queue_deq_word),
    .commands_index           (store_queue_deq_index),
    .out_base                 (out_base),
    .address_valid            (write_address_valid),
    .address_ready            (write_address_ready),
    .address_word             (write_address_word),
    .address_beats            (write_address_beats),
    .address_last             (write_address_last),
    .data_valid               (write_data_valid),
    .data_ready               (write_data_ready),
    .data_data                (write_data_data),
    .data_strobe              (write_data_strobe),
    .data_last                (write_data_last),
    .response_valid           (response_valid),
    .response_ready           (response_ready),
    .response_error           (response_error),
    .read_enable              (store_read_enable),
    .read_index               (store_read_index),
    .read_data                (compute_out_read_data),
    .tokens_available         (store_tokens_available),
    .tokens_have_room         (store_tokens_have_room),
    .tokens_pop               (store_tokens_pop),
    .tokens_push              (store_tokens_push),
    .status_retires           (store_status_retires),
    .status_empty             (store_status_empty),
    .status_full              (store_status_full),
    .status_drains            (store_status_drains),
    .status_waits             (store_status_waits),
    .status_wait_index        (store_status_wait_index),
    .status_works             (store_status_works),
    .status_is_under_way      (store_status_is_under_way),
    .out_store_bytes          (store_out_store_bytes),
    .range_fault_out_of_range (store_range_fault_out_of_range),
    .range_fault_index        (store_range_fault_index),
    .response_fault_bus       (store_response_fault_bus),
    .response_fault_index     (store_response_fault_index),
    .decode_fault_illegal     (store_decode_fault_illegal),
    .decode_fault_index       (store_decode_fault_index)
  );

  BlockFifo_160x512 load_queue (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (load_queue_enq_valid),
    .enq_ready (load_queue_enq_ready),
    .enq_word  (fetch_command_word),
    .enq_index (fetch_command_index),
    .deq_valid (load_queue_deq_valid),
    .deq_ready (load_commands_ready),
    .deq_word  (load_queue_deq_word),
    .deq_index (load_queue_deq_index)
  );

  BlockFifo_160x512 compute_queue (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (compute_queue_enq_valid),
    .enq_ready (compute_queue_enq_ready),
    .enq_word  (fetch_command_word),
    .enq_index (fetch_command_index),
    .deq_valid (compute_queue_deq_valid),
    .deq_ready (compute_commands_ready),
    .deq_word  (compute_queue_deq_word),
    .deq_index (compute_queue_deq_index)
  );

  BlockFifo_160x512 store_queue (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (store_queue_enq_valid),
    .enq_ready (store_queue_enq_ready),
    .enq_word  (fetch_command_word),
    .enq_index (fetch_command_index),
    .deq_valid (store_queue_deq_valid),
    .deq_ready (store_commands_ready),
    .deq_word  (store_queue_deq_word),
    .deq_index (store_queue_deq_index)
  );

  TokenCounter load_to_compute (
    .clock     (clock),
    .reset     (reset),
    .push      (load_to_compute_push),
    .pop       (load_to_compute_pop),
    .available (load_to_compute_available),
    .has_room  (load_to_compute_has_room)
  );

  TokenCounter compute_to_load (
    .clock     (clock),
    .reset     (reset),
    .push      (compute_to_load_push),
    .pop       (compute_to_load_pop),
    .available (compute_to_load_available),
    .has_room  (compute_to_load_has_room)
  );

  TokenCounter compute_to_store (
    .clock     (clock),
    .reset     (reset),
    .push      (compute_to_store_push),
    .pop       (compute_to_store_pop),
    .available (compute_to_store_available),
    .has_room  (compute_to_store_has_room)
  );

  TokenCounter store_to_compute (
    .clock     (clock),
    .reset     (reset),
    .push      (store_to_compute_push),
    .pop       (store_to_compute_pop),
    .available (store_to_compute_available),
    .has_room  (store_to_compute_has_room)
  );

  InpBuffer inputs (
    .clock            (clock),
    .write_valid      (load_write_valid),
    .write_target     (load_write_target),
    .write_index      (load_write_index),
    .write_lanes      (load_write_lanes),
    .write_part       (load_write_part),
    .write_is_padding (load_write_is_padding),
    .write_data       (load_write_data),
    .read_enable      (compute_operand_read_enable),
    .read_index       (compute_inp_read_index),
    .read_data        (inputs_read_data)
  );

  WgtBuffer weights (
    .clock            (clock),
    .write_valid      (load_write_valid),
    .write_target     (load_write_target),
    .write_index      (load_write_index),
    .write_lanes      (load_write_lanes),
    .write_part       (load_write_part),
    .write_is_padding (load_write_is_padding),
    .write_data       (load_write_data),
    .read_enable      (compute_operand_read_enable),
    .read_index       (compute_wgt_read_index),
    .read_data        (weights_read_data)
  );

  FaultLatch_bus fetch_fault (
    .clock         (clock),
    .reset         (reset),
    .raised_bus    (fetch_fault_bus),
    .raised_index  (fetch_fault_index),
    .latched_bus   (fetch_fault_latched_bus),
    .latched_index (fetch_fault_latched_index),
    .any           (fetch_fault_any)
  );

  FaultLatch_index_bus load_fault (
    .clock                (clock),
    .reset                (reset),
    .raised_out_of_range  (load_fault_out_of_range),
    .raised_bus           (load_fault_bus),
    .raised_index         (load_fault_index),
    .latched_out_of_range (load_fault_latched_out_of_range),
    .latched_bus          (load_fault_latched_bus),
    .latched_index        (load_fault_latched_index),
    .any                  (load_fault_any)
  );

  FaultLatch_index_bus compute_load_fault (
    .clock                (clock),
    .reset                (reset),
    .raised_out_of_range  (compute_load_fault_out_of_range),
    .raised_bus           (compute_load_fault_bus),
    .raised_index         (compute_load_fault_index),
    .latched_out_of_range (compute_load_fault_latched_out_of_range),
    .latched_bus          (compute_load_fault_latched_bus),
    .latched_index        (compute_load_fault_latched_index),
    .any                  (compute_load_fault_any)
  );

  FaultLatch_index compute_step_fault (
    .clock                (clock),
    .reset                (reset),
    .raised_out_of_range  (compute_step_fault_out_of_range),
    .raised_index         (compute_step_fault_index),
    .latched_out_of_range (compute_step_fault_latched_out_of_range),
    .latched_index        (compute_step_fault_latched_index),
    .any                  (compute_step_fault_any)
  );

  FaultLatch_illegal compute_decode_fault (
    .clock           (clock),
    .reset           (reset),
    .raised_illegal  (compute_decode_fault_illegal),
    .raised_index    (compute_decode_fault_index),
    .latched_illegal (compute_decode_fault_latched_illegal),
    .latched_index   (compute_decode_fault_latched_index),
    .any             (compute_decode_fault_any)
  );

  FaultLatch_index store_range_fault (
    .clock                (clock),
    .reset                (reset),
    .raised_out_of_range  (store_range_fault_out_of_range),
    .raised_index         (store_range_fault_index),
    .latched_out_of_range (store_range_fault_latched_out_of_range),
    .latched_index        (store_range_fault_latched_index),
    .any                  (store_range_fault_any)
  );

  FaultLatch_bus store_response_fault (
    .clock         (clock),
    .reset         (reset),
    .raised_bus    (store_response_fault_bus),
    .raised_index  (store_response_fault_index),
    .latched_bus   (store_response_fault_latched_bus),
    .latched_index (store_response_fault_latched_index),
    .any           (store_response_fault_any)
  );

  FaultLatch_illegal store_decode_fault (
    .clock           (clock),
    .reset           (reset),
    .raised_illegal  (store_decode_fault_illegal),
    .raised_index    (store_decode_fault_index),
    .latched_illegal (store_decode_fault_latched_illegal),
    .latched_index   (store_decode_fault_latched_index),
    .any             (store_decode_fault_any)
  );

  CounterBank counters (
    .clock                              (clock),
    .reset                              (reset),
    .amount_cycle_count                 (running_reg),
    .amount_load_busy                   (counters_amount_load_busy),
    .amount_load_memory_stalled         (counters_amount_load_memory_stalled),
    .amount_load_token_stalled          (counters_amount_load_token_stalled),
    .amount_load_instruction_stalled    (counters_amount_load_instruction_stalled),
    .amount_load_idle                   (counters_amount_load_idle),
    .amount_compute_busy                (counters_amount_compute_busy),
    .amount_compute_memory_stalled      (counters_amount_compute_memory_stalled),
    .amount_compute_token_stalled       (counters_amount_compute_token_stalled),
    .amount_compute_instruction_stalled (counters_amount_compute_instruction_stalled),
    .amount_compute_idle                (counters_amount_compute_idle),
    .amount_store_busy                  (counters_amount_store_busy),
    .amount_store_memory_stalled        (counters_amount_store_memory_stalled),
    .amount_store_token_stalled         (counters_amount_store_token_stalled),
    .amount_store_instruction_stalled   (counters_amount_store_instruction_stalled),
    .amount_store_idle                  (counters_amount_store_idle),
    .amount_inp_load_bytes              (load_inp_load_bytes),
    .amount_wgt_load_bytes              (load_wgt_load_bytes),
    .amount_acc_load_bytes              (compute_acc_load_bytes),
    .amount_uop_load_bytes              (compute_uop_load_bytes),
    .amount_out_store_bytes             (store_out_store_bytes),
    .amount_gemm_steps                  (compute_gemm_steps),
    .amount_alu_steps                   (compute_alu_steps),
    .amount_acc_write_count             (compute_acc_write_count),
    .count_cycle_count                  (count_cycle_count),
    .count_load_busy                    (count_load_busy),
    .count_load_memory_stalled          (count_load_memory_stalled),
    .count_load_token_stalled           (count_load_token_stalled),
    .count_load_instruction_stalled     (count_load_instruction_stalled),
    .count_load_idle                    (count_load_idle),
    .count_compute_busy                 (count_compute_busy),
    .count_compute_memory_stalled       (count_compute_memory_stalled),
    .count_compute_token_stalled        (count_compute_token_stalled),
    .count_compute_instruction_stalled  (count_compute_instruction_stalled),
    .count_compute_idle                 (count_compute_idle),
    .count_store_busy                   (count_store_busy),
    .count_store_memory_stalled         (count_store_memory_stalled),
    .count_store_token_stalled          (count_store_token_stalled),
    .count_store_instruction_stalled    (count_store_instruction_stalled),
    .count_store_idle                   (count_store_idle),
    .count_inp_load_bytes               (count_inp_load_bytes),
    .count_wgt_load_bytes               (count_wgt_load_bytes),
    .count_acc_load_bytes               (count_acc_load_bytes),
    .count_uop_load_bytes               (count_uop_load_bytes),
    .count_out_store_bytes              (count_out_store_bytes),
    .count_gemm_steps                   (count_gemm_steps),
    .count_alu_steps                    (count_alu_steps),
    .count_acc_write_count              (count_acc_write_count)
  );

  always @(posedge clock) begin
    if (reset) begin
      load_unfinished <= 10'd0;
      compute_unfinished <= 10'd0;
      store_unfinished <= 10'd0;
      running_reg <= 1'b0;
      finished <= 1'b0;
      quiet <= 4'd0;
      deadlocked <= 1'b0;
      done_reg <= 1'b0;
      tokens <= 4'd0;
      finish_index <= 32'd0;
      load_wait_value <= 9'd0;
      load_wait_instruction_value <= 32'd0;
      compute_wait_value <= 9'd0;
      compute_wait_instruction_value <= 32'd0;
      store_wait_value <= 9'd0;
      store_wait_instruction_value <= 32'd0;
    end else begin
      if (fetch_dispatch[0] && !load_status_retires)
        load_unfinished <= load_unfinished + 10'd1;
      else if (load_status_retires && !fetch_dispatch[0])
        load_unfinished <= load_unfinished - 10'd1;
      if (fetch_dispatch[1] && !compute_status_retires)
        compute_unfinished <= compute_unfinished + 10'd1;
      else if (compute_status_retires && !fetch_dispatch[1])
        compute_unfinished <= compute_unfinished - 10'd1;
      if (fetch_dispatch[2] && !store_status_retires)
        store_unfinished <= store_unfinished + 10'd1;
      else if (store_status_retires && !fetch_dispatch[2])
        store_unfinished <= store_unfinished - 10'd1;
      quiet <= is_quiet ? quiet + 4'd1 : 4'd0;
      if (launch)
        running_reg <= 1'b1;
      else if (ends) begin
        running_reg <= 1'b0;
        done_reg <= 1'b1;
        deadlocked <= deadlocks;
      end
      if (compute_finished) begin
        finished <= 1'b1;
        tokens <= {store_to_compute_available, compute_to_store_available, compute_to_load_available,
            load_to_compute_available};
        finish_index <= compute_finish_index;
      end
      if (deadlocks && load_status_waits) begin
        load_wait_value <= {load_status_drains, load_status_full, load_status_empty};
        load_wait_instruction_value <= load_status_wait_index;
      end
      if (deadlocks && compute_status_waits) begin
        compute_wait_value <= {compute_status_drains, compute_status_full, compute_status_empty};
        compute_wait_instruction_value <= compute_status_wait_index;
      end
      if (deadlocks && store_status_waits) begin
        store_wait_value <= {store_status_drains, store_status_full, store_status_empty};
        store_wait_instruction_value <= store_status_wait_index;
      end
    end
  end

  wire unused_ok = &{1'b0, load_tokens_pop[3:2], load_tokens_pop[0], load_tokens_push[3:1],
      compute_tokens_pop[2:1], compute_tokens_push[3], compute_tokens_push[0], store_tokens_pop[3],
      store_tokens_pop[1:0], store_tokens_push[2:0], load_queue_enq_ready, compute_queue_enq_ready,
      store_queue_enq_ready};
endmodule
