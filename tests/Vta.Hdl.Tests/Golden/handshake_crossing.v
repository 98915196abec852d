// Synchronizer, described in src/Vta.Hdl/Library/Synchronizer.cs
//   stages = 2
// Generated: change the description instead.
module Synchronizer (
  input  wire clock,
  input  wire reset,
  input  wire bit_,
  output wire synced
);

  (* ASYNC_REG = "TRUE" *) reg stage_0;
  (* ASYNC_REG = "TRUE" *) reg stage_1;

  assign synced = stage_1;

  always @(posedge clock) begin
    if (reset) begin
      stage_0 <= 1'b0;
      stage_1 <= 1'b0;
    end else begin
      stage_0 <= bit_;
      stage_1 <= stage_0;
    end
  end
endmodule

// HandshakeCrossing_8, described in src/Vta.Hdl/Library/HandshakeCrossing.cs
// Generated: change the description instead.
module HandshakeCrossing_8 (
  input  wire       fast_clock,
  input  wire       fast_reset,
  input  wire       slow_clock,
  input  wire       slow_reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq
);

  reg request;
  reg [7:0] kept;
  reg answer;
  (* ASYNC_REG = "TRUE" *) reg [7:0] taken;
  reg valid;

  // ports of answer_sync
  wire answer_sync_synced;

  // ports of request_sync
  wire request_sync_synced;

  assign enq_ready = request == answer_sync_synced;
  assign deq_valid = valid;
  assign deq = taken;

  Synchronizer answer_sync (
    .clock  (slow_clock),
    .reset  (slow_reset),
    .bit_   (answer),
    .synced (answer_sync_synced)
  );

  Synchronizer request_sync (
    .clock  (fast_clock),
    .reset  (fast_reset),
    .bit_   (request),
    .synced (request_sync_synced)
  );

  initial begin
    kept = 8'd0;
  end

  always @(posedge fast_clock) begin
    if (fast_reset) begin
      answer <= 1'b0;
      taken <= 8'd0;
      valid <= 1'b0;
    end else begin
      if (request_sync_synced != answer && !valid) begin
        taken <= kept;
        valid <= 1'b1;
        answer <= request_sync_synced;
      end else if (deq_ready)
        valid <= 1'b0;
    end
  end

  always @(posedge slow_clock) begin
    if (slow_reset) begin
      request <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)
        request <= !request;
    end
  end

  always @(posedge slow_clock) begin
    if (enq_valid && enq_ready)
      kept <= enq;
  end
endmodule
