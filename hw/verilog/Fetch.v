// Fetch, described in hw/Vta.Hardware/Fetch/Fetch.cs
// Generated: change the description instead.
module Fetch (
  input  wire         clock,
  input  wire         reset,
  input  wire         launch,                                       // Fetch.cs
  input  wire [31:0]  address,                                      // Fetch.cs
  input  wire [31:0]  count,                                        // Fetch.cs
  output wire         request_valid,                                // Fetch.cs
  input  wire         request_ready,                                // Fetch.cs
  output wire [28:0]  request_word,                                 // Fetch.cs
  output wire [6:0]   request_beats,                                // Fetch.cs
  output wire         request_last,                                 // Fetch.cs
  input  wire         beat_valid,                                   // Fetch.cs
  output wire         beat_ready,                                   // Fetch.cs
  input  wire [63:0]  beat_data,                                    // Fetch.cs
  input  wire         beat_error,                                   // Fetch.cs
  output wire [127:0] command_word,                                 // Fetch.cs
  output wire [31:0]  command_index,                                // Fetch.cs
  output wire [2:0]   dispatch,                                     // Fetch.cs
  input  wire [2:0]   unit_ready,                                   // Fetch.cs
  output wire         has_more,                                     // Fetch.cs
  output wire         waits,                                        // Fetch.cs
  output wire         drained,                                      // Fetch.cs
  output wire         fault_out_of_range,                           // Fetch.cs
  output wire         fault_illegal,                                // Fetch.cs
  output wire         fault_bus,                                    // Fetch.cs
  output wire [31:0]  fault_index                                   // Fetch.cs
);

  reg [28:0] word;                                                  // Fetch.cs
  reg [33:0] beats_left;                                            // Fetch.cs
  reg [6:0] reserved;                                               // Fetch.cs
  reg [6:0] in_flight;                                              // Fetch.cs
  wire [6:0] to_border;                                             // Fetch.cs
  wire [6:0] beats;                                                 // Fetch.cs
  reg is_active;                                                    // Fetch.cs
  reg [31:0] index;                                                 // Fetch.cs
  reg [31:0] left;                                                  // Fetch.cs
  reg is_over;                                                      // Fetch.cs
  reg [1:0] position;                                               // Fetch.cs
  reg first_error;                                                  // Fetch.cs
  reg [63:0] first_beat;                                            // Fetch.cs
  wire error;                                                       // Fetch.cs
  wire [2:0] opcode;                                                // Fetch.cs
  wire [2:0] memory;                                                // Fetch.cs
  wire is_load;                                                     // Fetch.cs
  wire is_store;                                                    // Fetch.cs
  wire is_finish;                                                   // Fetch.cs
  wire [2:0] unit;                                                  // Fetch.cs
  wire offers;                                                      // Fetch.cs
  wire dispatches;                                                  // Fetch.cs
  wire drops;                                                       // Fetch.cs

  // ports of buffer
  wire buffer_deq_valid;
  wire buffer_deq_ready;
  wire [63:0] buffer_deq_data;
  wire buffer_deq_error;
  wire [6:0] buffer_count;

  assign to_border = 7'd16 - {3'd0, word[3:0]};                     // Fetch.cs
  assign beats = (beats_left < {27'd0, to_border}) ? beats_left[6:0] : to_border;  // Fetch.cs
  assign request_valid = beats_left != 34'd0 && reserved <= 7'd48;  // Fetch.cs
  assign request_word = word;                                       // Fetch.cs
  assign request_beats = beats;                                     // Fetch.cs
  assign request_last = 1'b1;                                       // Fetch.cs
  assign error = buffer_deq_error || first_error;                   // Fetch.cs
  assign opcode = first_beat[2:0];                                  // Fetch.cs
  assign memory = first_beat[9:7];                                  // Fetch.cs
  assign is_load = opcode == 3'd0 && (memory == 3'd2 || memory == 3'd1);  // Fetch.cs
  assign is_store = opcode == 3'd1;                                 // Fetch.cs
  assign is_finish = opcode == 3'd3;                                // Fetch.cs
  assign unit = {is_store, !is_load && !is_store, is_load};         // Fetch.cs
  assign offers = is_active && left != 32'd0 && buffer_deq_valid && position == 2'd1;  // Fetch.cs
  assign dispatches = offers && |(unit & unit_ready);               // Fetch.cs
  assign dispatch = dispatches ? unit : 3'd0;                       // Fetch.cs
  assign command_word = {buffer_deq_data, first_beat};              // Fetch.cs
  assign command_index = index;                                     // Fetch.cs
  assign drops = !is_active || left == 32'd0;                       // Fetch.cs
  assign has_more = !drops;                                         // Fetch.cs
  assign buffer_deq_ready = drops || (is_active && !(position == 2'd1)) || dispatches;  // Fetch.cs
  assign fault_out_of_range = 1'b0;                                 // Fetch.cs
  assign fault_illegal = 1'b0;                                      // Fetch.cs
  assign fault_bus = dispatches && error;                           // Fetch.cs
  assign fault_index = index;                                       // Fetch.cs
  assign drained = !request_valid && in_flight == 7'd0 && !launch;  // Fetch.cs
  assign waits = drained && (drops || !buffer_deq_valid || (offers && !dispatches));  // Fetch.cs

  Fifo_65x64 buffer (                                               // Fetch.cs
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
      reserved <= reserved                                          // Fetch.cs
          + ((request_valid && request_ready) ? beats : 7'd0) - {6'd0, buffer_deq_valid && buffer_deq_ready};
      in_flight <= in_flight                                        // Fetch.cs
          + ((request_valid && request_ready) ? beats : 7'd0) - {6'd0, beat_valid && beat_ready};
      if (request_valid && request_ready)                           // Fetch.cs
        beats_left <= beats_left - {27'd0, beats};                  // Fetch.cs
      if (is_over && ((request_valid && request_ready) || !request_valid))  // Fetch.cs
        beats_left <= 34'd0;                                        // Fetch.cs
      if (buffer_deq_valid && buffer_deq_ready && !(position == 2'd1))  // Fetch.cs
        position <= position + 2'd1;                                // Fetch.cs
      if (dispatches) begin                                         // Fetch.cs
        index <= index + 32'd1;                                     // Fetch.cs
        left <= left - 32'd1;                                       // Fetch.cs
        position <= 2'd0;                                           // Fetch.cs
        if (is_finish) begin                                        // Fetch.cs
          is_active <= 1'b0;                                        // Fetch.cs
          is_over <= 1'b1;                                          // Fetch.cs
        end
      end
      if (launch) begin                                             // Fetch.cs
        is_active <= 1'b1;                                          // Fetch.cs
        is_over <= 1'b0;                                            // Fetch.cs
        index <= 32'd0;                                             // Fetch.cs
        left <= count;                                              // Fetch.cs
        position <= 2'd0;                                           // Fetch.cs
        beats_left <= {1'b0, count, 1'b0};                          // Fetch.cs
      end
    end
  end

  always @(posedge clock) begin
    if (request_valid && request_ready)                             // Fetch.cs
      word <= word + {22'd0, beats};                                // Fetch.cs
    if (buffer_deq_valid && buffer_deq_ready) begin                 // Fetch.cs
      first_beat <= buffer_deq_data;                                // Fetch.cs
      first_error <= buffer_deq_error;                              // Fetch.cs
    end
    if (launch)                                                     // Fetch.cs
      word <= address[31:3];                                        // Fetch.cs
  end

  wire unused_ok = &{1'b0, address[2:0], buffer_count};
endmodule
