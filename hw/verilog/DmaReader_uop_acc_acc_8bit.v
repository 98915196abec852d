// DmaReader_uop_acc_acc_8bit, described in hw/Vta.Hardware/Dma/DmaReader.cs
// Generated: change the description instead.
module DmaReader_uop_acc_acc_8bit (
  input  wire         clock,
  input  wire         reset,
  input  wire         command_valid,
  output wire         command_ready,
  input  wire [2:0]   command_target,
  input  wire [31:0]  command_base,
  input  wire [127:0] command_word,
  input  wire [31:0]  command_index,
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
  output wire [2:0]   write_target,
  output wire [15:0]  write_index,
  output wire [7:0]   write_lanes,
  output wire [2:0]   write_part,
  output wire         write_is_padding,
  output wire [63:0]  write_data,
  input  wire [2:0]   may_write,
  output wire         finishing,
  input  wire         may_finish,
  output wire         idle,
  output wire [31:0]  index,
  output wire [3:0]   elements,
  output wire         fault_out_of_range,
  output wire         fault_bus,
  output wire [31:0]  fault_index
);

  wire is_empty;
  wire [4:0] x_pads;
  wire [16:0] row_pitch;
  reg [7:0] beats_in_flight;
  wire has_room;

  // ports of bursts
  wire bursts_command_valid;
  wire bursts_command_ready;
  wire [31:0] bursts_command_address;
  wire [21:0] bursts_command_row_bytes;
  wire [21:0] bursts_command_stride_bytes;
  wire [15:0] bursts_command_rows;
  wire bursts_request_valid;
  wire bursts_request_ready;

  // ports of jobs
  wire jobs_enq_valid;
  wire jobs_enq_ready;
  wire [15:0] jobs_enq_sram_base;
  wire [15:0] jobs_enq_x_size;
  wire [15:0] jobs_enq_y_size;
  wire [20:0] jobs_enq_gap_before;
  wire [20:0] jobs_enq_gap_behind;
  wire jobs_enq_first_lane;
  wire jobs_enq_lane_stride;
  wire jobs_deq_valid;
  wire [2:0] jobs_deq_target;
  wire jobs_deq_is_empty;
  wire [15:0] jobs_deq_sram_base;
  wire [15:0] jobs_deq_x_size;
  wire [15:0] jobs_deq_y_size;
  wire [20:0] jobs_deq_gap_before;
  wire [4:0] jobs_deq_gap_between;
  wire [20:0] jobs_deq_gap_behind;
  wire jobs_deq_first_lane;
  wire jobs_deq_lane_stride;
  wire [31:0] jobs_deq_index;
  wire [3:0] jobs_count;

  // ports of writer
  wire writer_job_ready;
  wire writer_busy;

  assign is_empty = command_word[95:80] == 16'd0 || command_word[79:64] == 16'd0;
  assign x_pads = {1'b0, command_word[123:120]} + {1'b0, command_word[127:124]};
  assign row_pitch = {1'b0, command_word[95:80]} + {12'd0, x_pads};
  assign command_ready = jobs_enq_ready && (bursts_command_ready || is_empty);
  assign bursts_command_valid = command_valid && jobs_enq_ready && !is_empty;
  assign bursts_command_address = command_base
      + (command_target[0] ? {command_word[55:26], 2'd0} : command_target[1] ? {command_word[51:26], 6'd0}
          : {command_word[53:26], 4'd0});
  assign bursts_command_row_bytes = command_target[0] ? {4'd0, command_word[95:80], 2'd0} : command_target[1]
      ? {command_word[95:80], 6'd0} : {2'd0, command_word[95:80], 4'd0};
  assign bursts_command_stride_bytes = command_target[0] ? {4'd0, command_word[111:96], 2'd0}
      : command_target[1] ? {command_word[111:96], 6'd0} : {2'd0, command_word[111:96], 4'd0};
  assign bursts_command_rows = command_word[79:64];
  assign jobs_enq_valid = command_valid && (bursts_command_ready || is_empty);
  assign jobs_enq_sram_base = command_word[25:10];
  assign jobs_enq_x_size = command_word[95:80];
  assign jobs_enq_y_size = command_word[79:64];
  wire [20:0] command_word_115_112_times_row_pitch = command_word[115:112] * row_pitch;
  assign jobs_enq_gap_before = command_word_115_112_times_row_pitch + {17'd0, command_word[123:120]};
  wire [20:0] command_word_119_116_times_row_pitch = command_word[119:116] * row_pitch;
  assign jobs_enq_gap_behind = command_word_119_116_times_row_pitch + {17'd0, command_word[127:124]};
  assign jobs_enq_first_lane = command_word[26];
  assign jobs_enq_lane_stride = command_word[96];
  assign has_room = beats_in_flight <= 8'd64;
  assign request_valid = bursts_request_valid && has_room;
  assign bursts_request_ready = request_ready && has_room;
  assign idle = !writer_busy && !jobs_deq_valid;

  RowBursts_64_22 bursts (
    .clock                (clock),
    .reset                (reset),
    .command_valid        (bursts_command_valid),
    .command_ready        (bursts_command_ready),
    .command_address      (bursts_command_address),
    .command_row_bytes    (bursts_command_row_bytes),
    .command_stride_bytes (bursts_command_stride_bytes),
    .command_rows         (bursts_command_rows),
    .request_valid        (bursts_request_valid),
    .request_ready        (bursts_request_ready),
    .request_word         (request_word),
    .request_beats        (request_beats),
    .request_last         (request_last)
  );

  Fifo_133x8 jobs (
    .clock           (clock),
    .reset           (reset),
    .enq_valid       (jobs_enq_valid),
    .enq_ready       (jobs_enq_ready),
    .enq_target      (command_target),
    .enq_is_empty    (is_empty),
    .enq_sram_base   (jobs_enq_sram_base),
    .enq_x_size      (jobs_enq_x_size),
    .enq_y_size      (jobs_enq_y_size),
    .enq_gap_before  (jobs_enq_gap_before),
    .enq_gap_between (x_pads),
    .enq_gap_behind  (jobs_enq_gap_behind),
    .enq_first_lane  (jobs_enq_first_lane),
    .enq_lane_stride (jobs_enq_lane_stride),
    .enq_index       (command_index),
    .deq_valid       (jobs_deq_valid),
    .deq_ready       (writer_job_ready),
    .deq_target      (jobs_deq_target),
    .deq_is_empty    (jobs_deq_is_empty),
    .deq_sram_base   (jobs_deq_sram_base),
    .deq_x_size      (jobs_deq_x_size),
    .deq_y_size      (jobs_deq_y_size),
    .deq_gap_before  (jobs_deq_gap_before),
    .deq_gap_between (jobs_deq_gap_between),
    .deq_gap_behind  (jobs_deq_gap_behind),
    .deq_first_lane  (jobs_deq_first_lane),
    .deq_lane_stride (jobs_deq_lane_stride),
    .deq_index       (jobs_deq_index),
    .count           (jobs_count)
  );

  ElementWriter_uop_acc_acc_8bit writer (
    .clock              (clock),
    .reset              (reset),
    .job_valid          (jobs_deq_valid),
    .job_ready          (writer_job_ready),
    .job_target         (jobs_deq_target),
    .job_is_empty       (jobs_deq_is_empty),
    .job_sram_base      (jobs_deq_sram_base),
    .job_x_size         (jobs_deq_x_size),
    .job_y_size         (jobs_deq_y_size),
    .job_gap_before     (jobs_deq_gap_before),
    .job_gap_between    (jobs_deq_gap_between),
    .job_gap_behind     (jobs_deq_gap_behind),
    .job_first_lane     (jobs_deq_first_lane),
    .job_lane_stride    (jobs_deq_lane_stride),
    .job_index          (jobs_deq_index),
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
    .may_write          (may_write),
    .finishing          (finishing),
    .may_finish         (may_finish),
    .busy               (writer_busy),
    .index              (index),
    .elements           (elements),
    .fault_out_of_range (fault_out_of_range),
    .fault_bus          (fault_bus),
    .fault_index        (fault_index)
  );

  always @(posedge clock) begin
    if (reset) begin
      beats_in_flight <= 8'd0;
    end else begin
      beats_in_flight <= beats_in_flight
          + {1'b0, (request_valid && request_ready) ? request_beats : 7'd0} - {7'd0, beat_valid && beat_ready};
    end
  end

  wire unused_ok = &{1'b0, command_word[63:56], command_word[9:0], jobs_count};
endmodule
