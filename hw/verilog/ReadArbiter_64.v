// ReadArbiter_64, described in hw/Vta.Hardware/Bus/ReadArbiter.cs
// Generated: change the description instead.
module ReadArbiter_64 (
  input  wire        clock,
  input  wire        reset,
  input  wire        compute_request_valid,
  output wire        compute_request_ready,
  input  wire [28:0] compute_request_word,
  input  wire [6:0]  compute_request_beats,
  input  wire        compute_request_last,
  input  wire        fetch_request_valid,
  output wire        fetch_request_ready,
  input  wire [28:0] fetch_request_word,
  input  wire [6:0]  fetch_request_beats,
  input  wire        fetch_request_last,
  input  wire        load_request_valid,
  output wire        load_request_ready,
  input  wire [28:0] load_request_word,
  input  wire [6:0]  load_request_beats,
  input  wire        load_request_last,
  output wire        compute_beat_valid,
  input  wire        compute_beat_ready,
  output wire [63:0] compute_beat_data,
  output wire        compute_beat_error,
  output wire        fetch_beat_valid,
  input  wire        fetch_beat_ready,
  output wire [63:0] fetch_beat_data,
  output wire        fetch_beat_error,
  output wire        load_beat_valid,
  input  wire        load_beat_ready,
  output wire [63:0] load_beat_data,
  output wire        load_beat_error,
  output wire        address_valid,
  input  wire        address_ready,
  output wire [28:0] address_word,
  output wire [6:0]  address_beats,
  output wire        address_last,
  input  wire        data_valid,
  output wire        data_ready,
  input  wire [63:0] data_data,
  input  wire        data_error,
  input  wire        data_last
);

  localparam [1:0] CLIENT_COMPUTE = 2'd0;
  localparam [1:0] CLIENT_FETCH = 2'd1;
  localparam [1:0] CLIENT_LOAD = 2'd2;

  reg stalled;
  reg [1:0] kept_choice;
  wire [1:0] new_choice;
  wire [1:0] choice;
  wire [63:0] data;

  // ports of order
  wire order_enq_valid;
  wire order_enq_ready;
  wire order_deq_valid;
  wire order_deq_ready;
  wire [1:0] order_deq;
  wire [6:0] order_count;

  assign new_choice = compute_request_valid ? 2'd0 : fetch_request_valid ? 2'd1 : 2'd2;
  assign choice = stalled ? kept_choice : new_choice;
  assign address_valid = (compute_request_valid || fetch_request_valid || load_request_valid)
      && order_enq_ready;
  assign address_word = (choice == 2'd0) ? compute_request_word : (choice == 2'd1) ? fetch_request_word
      : load_request_word;
  assign address_beats = (choice == 2'd0) ? compute_request_beats : (choice == 2'd1) ? fetch_request_beats
      : load_request_beats;
  assign address_last = (choice == 2'd0) ? compute_request_last : (choice == 2'd1) ? fetch_request_last
      : load_request_last;
  assign order_enq_valid = address_valid && address_ready;
  assign order_deq_ready = data_valid && data_ready && data_last;
  assign data = data_error ? 64'd0 : data_data;
  assign compute_request_ready = address_valid && address_ready && choice == 2'd0;
  assign compute_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_COMPUTE;
  assign compute_beat_data = data;
  assign compute_beat_error = data_error;
  assign fetch_request_ready = address_valid && address_ready && choice == 2'd1;
  assign fetch_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_FETCH;
  assign fetch_beat_data = data;
  assign fetch_beat_error = data_error;
  assign load_request_ready = address_valid && address_ready && choice == 2'd2;
  assign load_beat_valid = data_valid && order_deq_valid && order_deq == CLIENT_LOAD;
  assign load_beat_data = data;
  assign load_beat_error = data_error;
  assign data_ready = order_deq_valid
      && ((compute_beat_ready && order_deq == CLIENT_COMPUTE)
          || (fetch_beat_ready && order_deq == CLIENT_FETCH) || (load_beat_ready && order_deq == CLIENT_LOAD));

  Fifo_2x64 order (
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
      kept_choice <= choice;
      stalled <= address_valid && !address_ready;
    end
  end

  wire unused_ok = &{1'b0, order_count};
endmodule
