// ReadArbiter_64, described in hw/Vta.Hardware/Bus/ReadArbiter.cs
// Generated: change the description instead.
module ReadArbiter_64 (
  input  wire        clock,
  input  wire        reset,
  input  wire        compute_request_valid,                         // ReadArbiter.cs
  output wire        compute_request_ready,                         // ReadArbiter.cs
  input  wire [28:0] compute_request_word,                          // ReadArbiter.cs
  input  wire [6:0]  compute_request_beats,                         // ReadArbiter.cs
  input  wire        compute_request_last,                          // ReadArbiter.cs
  input  wire        fetch_request_valid,                           // ReadArbiter.cs
  output wire        fetch_request_ready,                           // ReadArbiter.cs
  input  wire [28:0] fetch_request_word,                            // ReadArbiter.cs
  input  wire [6:0]  fetch_request_beats,                           // ReadArbiter.cs
  input  wire        fetch_request_last,                            // ReadArbiter.cs
  input  wire        load_request_valid,                            // ReadArbiter.cs
  output wire        load_request_ready,                            // ReadArbiter.cs
  input  wire [28:0] load_request_word,                             // ReadArbiter.cs
  input  wire [6:0]  load_request_beats,                            // ReadArbiter.cs
  input  wire        load_request_last,                             // ReadArbiter.cs
  output wire        compute_beat_valid,                            // ReadArbiter.cs
  input  wire        compute_beat_ready,                            // ReadArbiter.cs
  output wire [63:0] compute_beat_data,                             // ReadArbiter.cs
  output wire        compute_beat_error,                            // ReadArbiter.cs
  output wire        fetch_beat_valid,                              // ReadArbiter.cs
  input  wire        fetch_beat_ready,                              // ReadArbiter.cs
  output wire [63:0] fetch_beat_data,                               // ReadArbiter.cs
  output wire        fetch_beat_error,                              // ReadArbiter.cs
  output wire        load_beat_valid,                               // ReadArbiter.cs
  input  wire        load_beat_ready,                               // ReadArbiter.cs
  output wire [63:0] load_beat_data,                                // ReadArbiter.cs
  output wire        load_beat_error,                               // ReadArbiter.cs
  output wire        address_valid,                                 // ReadArbiter.cs
  input  wire        address_ready,                                 // ReadArbiter.cs
  output wire [28:0] address_word,                                  // ReadArbiter.cs
  output wire [6:0]  address_beats,                                 // ReadArbiter.cs
  output wire        address_last,                                  // ReadArbiter.cs
  input  wire        data_valid,                                    // ReadArbiter.cs
  output wire        data_ready,                                    // ReadArbiter.cs
  input  wire [63:0] data_data,                                     // ReadArbiter.cs
  input  wire        data_error,                                    // ReadArbiter.cs
  input  wire        data_last                                      // ReadArbiter.cs
);

  localparam [1:0] CLIENT_COMPUTE = 2'd0;
  localparam [1:0] CLIENT_FETCH = 2'd1;
  localparam [1:0] CLIENT_LOAD = 2'd2;

  reg stalled;                                                      // ReadArbiter.cs
  reg [1:0] kept_choice;                                            // ReadArbiter.cs
  wire [1:0] new_choice;                                            // ReadArbiter.cs
  wire [1:0] choice;                                                // ReadArbiter.cs
  wire [63:0] data;                                                 // ReadArbiter.cs

  // ports of order
  wire order_enq_valid;
  wire order_enq_ready;
  wire order_deq_valid;
  wire order_deq_ready;
  wire [1:0] order_deq;
  wire [6:0] order_count;

  assign new_choice = compute_request_valid ? 2'd0 : fetch_request_valid ? 2'd1 : 2'd2;  // ReadArbiter.cs
  assign choice = stalled ? kept_choice : new_choice;               // ReadArbiter.cs
  assign address_valid = (compute_request_valid || fetch_request_valid || load_request_valid)  // ReadArbiter.cs
      && order_enq_ready;
  assign address_word = (choice == 2'd0) ? compute_request_word : (choice == 2'd1) ? fetch_request_word  // ReadArbiter.cs
      : load_request_word;
  assign address_beats = (choice == 2'd0) ? compute_request_beats : (choice == 2'd1) ? fetch_request_beats  // ReadArbiter.cs
      : load_request_beats;
  assign address_last = (choice == 2'd0) ? compute_request_last : (choice == 2'd1) ? fetch_request_last  // ReadArbiter.cs
      : load_request_last;
  assign order_enq_valid = address_valid && address_ready;          // ReadArbiter.cs
  assign order_deq_ready = data_valid && data_ready && data_last;   // ReadArbiter.cs
  assign data = data_error ? 64'd0 : data_data;                     // ReadArbiter.cs
  assign compute_request_ready = address_valid && address_ready && choice == 2'd0;  // ReadArbiter.cs
  assign compute_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_COMPUTE;  // ReadArbiter.cs
  assign compute_beat_data = data;                                  // ReadArbiter.cs
  assign compute_beat_error = data_error;                           // ReadArbiter.cs
  assign fetch_request_ready = address_valid && address_ready && choice == 2'd1;  // ReadArbiter.cs
  assign fetch_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_FETCH;  // ReadArbiter.cs
  assign fetch_beat_data = data;                                    // ReadArbiter.cs
  assign fetch_beat_error = data_error;                             // ReadArbiter.cs
  assign load_request_ready = address_valid && address_ready && choice == 2'd2;  // ReadArbiter.cs
  assign load_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_LOAD;  // ReadArbiter.cs
  assign load_beat_data = data;                                     // ReadArbiter.cs
  assign load_beat_error = data_error;                              // ReadArbiter.cs
  assign data_ready = order_deq_valid                               // ReadArbiter.cs
      && ((compute_beat_ready && order_deq == CLIENT_COMPUTE) || (fetch_beat_ready && order_deq == CLIENT_FETCH) || (load_beat_ready && order_deq == CLIENT_LOAD));

  Fifo_2x64 order (                                                 // ReadArbiter.cs
    .clock     (clock),
    .reset     (reset),
    .enq_valid (order_enq_valid),
    .enq_ready (order_enq_ready),
    .enq       (choice),
    .deq_valid (order_deq_valid),
    .deq_ready (order_deq_ready),
    .deq       (order_deq),
    .count     (order_count)
  );

  always @(posedge clock) begin
    if (reset) begin
      stalled <= 1'b0;
      kept_choice <= CLIENT_COMPUTE;
    end else begin
      kept_choice <= choice;                                        // ReadArbiter.cs
      stalled <= address_valid && !address_ready;                   // ReadArbiter.cs
    end
  end

  wire unused_ok = &{1'b0, order_count};
endmodule
