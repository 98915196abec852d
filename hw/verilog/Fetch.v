// Fetch, described in hw/Vta.Hardware/Fetching/Fetch.cs
// Generated: change the description instead.
module Fetch (
  input  wire         clock,
  input  wire         reset,
  input  wire         launch,
  input  wire [31:0]  address,
  input  wire [31:0]  count,
  output wire         request_valid,
  input  wire         request_ready,
  output wire [28:0]  request_word,
  output wire [6:0]   request_beats,
  output wire         request_last,
  input  wire         beat_valid,
  output wire         beat_ready,
  input  wire [63:0]  beat_data,
  input  wire         beat_error,
  output wire [127:0] command_word,
  output wire [31:0]  command_index,
  output wire [2:0]   dispatch,
  input  wire [2:0]   unit_ready,
  output wire         has_more,
  output wire         waits,
  output wire         drained,
  output wire         fault_bus,
  output wire [31:0]  fault_index
);

  reg [28:0] word;
  reg [33:0] beats_left;
  reg [6:0] reserved;
  reg [6:0] in_flight;
  wire [6:0] to_border;
  wire [6:0] beats;
  reg is_active;
  reg [31:0] index;
  reg [31:0] left;
  reg is_over;
  reg [1:0] position;
  reg first_error;
  reg [63:0] first_beat;
  wire error;
  wire [2:0] opcode;
  wire [2:0] memory;
  wire is_load;
  wire is_store;
  wire is_finish;
  wire [2:0] unit;
  wire offers;
  wire dispatches;
  wire drops;

  // ports of buffer
  wire buffer_deq_valid;
  wire buffer_deq_ready;
  wire [63:0] buffer_deq_data;
  wire buffer_deq_error;
  wire [6:0] buffer_count;

  assign to_border = 7'd16 - {3'd0, word[3:0]};
  assign beats = (beats_left < {27'd0, to_border}) ? beats_left[6:0] : to_border;
  assign request_valid = beats_left != 34'd0 && reserved <= 7'd48;
  assign request_word = word;
  assign request_beats = beats;
  assign request_last = 1'b1;
  assign error = buffer_deq_error || first_error;
  assign opcode = first_beat[2:0];
  assign memory = first_beat[9:7];
  assign is_load = opcode == 3'd0 && (memory == 3'd2 || memory == 3'd1);
  assign is_store = opcode == 3'd1;
  assign is_finish = opcode == 3'd3;
  assign unit = {is_store, !is_load && !is_store, is_load};
  assign offers = is_active && left != 32'd0 && buffer_deq_valid && position == 2'd1;
  assign dispatches = offers && |(unit & unit_ready);
  assign dispatch = dispatches ? unit : 3'd0;
  assign command_word = {buffer_deq_data, first_beat};
  assign command_index = index;
  assign drops = !is_active || left == 32'd0;
  assign has_more = !drops;
  assign buffer_deq_ready = drops || (is_active && !(position == 2'd1)) || dispatches;
  assign fault_bus = dispatches && error;
  assign fault_index = index;
  assign drained = !request_valid && in_flight == 7'd0 && !launch;
  assign waits = drained && (drops || !buffer_deq_valid || (offers && !dispatches));

  Fifo_65x64 buffer (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (beat_valid),
    .enq_ready (beat_ready),
    .enq_data  (beat_data),
    .enq_error (beat_error),
    .deq_valid (buffer_deq_valid),
    .deq_ready (buffer_deq_ready),
    .deq_data  (buffer_deq_data),
    .deq_error (buffer_deq_error),
    .count     (buffer_count)
  );

  initial begin
    word = 29'd0;
    first_error = 1'b0;
    first_beat = 64'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      beats_left <= 34'd0;
      reserved <= 7'd0;
      in_flight <= 7'd0;
      is_active <= 1'b0;
      index <= 32'd0;
      left <= 32'd0;
      is_over <= 1'b0;
      position <= 2'd0;
    end else begin
      reserved <= reserved
          + ((request_valid && request_ready) ? beats : 7'd0) - {6'd0, buffer_deq_valid && buffer_deq_ready};
      in_flight <= in_flight
          + ((request_valid && request_ready) ? beats : 7'd0) - {6'd0, beat_valid && beat_ready};
      if (request_valid && request_ready)
        beats_left <= beats_left - {27'd0, beats};
      if (is_over && ((request_valid && request_ready) || !request_valid))
        beats_left <= 34'd0;
      if (buffer_deq_valid && buffer_deq_ready && !(position == 2'd1))
        position <= position + 2'd1;
      if (dispatches) begin
        index <= index + 32'd1;
        left <= left - 32'd1;
        position <= 2'd0;
        if (is_finish) begin
          is_active <= 1'b0;
          is_over <= 1'b1;
        end
      end
      if (launch) begin
        is_active <= 1'b1;
        is_over <= 1'b0;
        index <= 32'd0;
        left <= count;
        position <= 2'd0;
        beats_left <= {1'b0, count, 1'b0};
      end
    end
  end

  always @(posedge clock) begin
    if (request_valid && request_ready)
      word <= word + {22'd0, beats};
    if (buffer_deq_valid && buffer_deq_ready) begin
      first_beat <= buffer_deq_data;
      first_error <= buffer_deq_error;
    end
    if (launch)
      word <= address[31:3];
  end

  wire unused_ok = &{1'b0, address[2:0], buffer_count};
endmodule
