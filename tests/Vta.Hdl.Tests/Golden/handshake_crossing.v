// Synchronizer, described in src/Vta.Hdl/Library/Synchronizer.cs
//   stages = 2
// Generated: change the description instead.
module Synchronizer (
  input  wire clock,
  input  wire reset,
  input  wire bit_,                                                 // Synchronizer.cs
  output wire synced                                                // Synchronizer.cs
);

  (* ASYNC_REG = "TRUE" *) reg stage_0;                             // Synchronizer.cs
  (* ASYNC_REG = "TRUE" *) reg stage_1;                             // Synchronizer.cs

  assign synced = stage_1;                                          // Synchronizer.cs

  always @(posedge clock) begin
    if (reset) begin
      stage_0 <= 1'b0;
      stage_1 <= 1'b0;
    end else begin
      stage_0 <= bit_;                                              // Synchronizer.cs
      stage_1 <= stage_0;                                           // Synchronizer.cs
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
  input  wire       enq_valid,                                      // HandshakeCrossing.cs
  output wire       enq_ready,                                      // HandshakeCrossing.cs
  input  wire [7:0] enq,                                            // HandshakeCrossing.cs
  output wire       deq_valid,                                      // HandshakeCrossing.cs
  input  wire       deq_ready,                                      // HandshakeCrossing.cs
  output wire [7:0] deq                                             // HandshakeCrossing.cs
);

  reg request;                                                      // HandshakeCrossing.cs
  reg [7:0] kept;                                                   // HandshakeCrossing.cs
  reg answer;                                                       // HandshakeCrossing.cs
  (* ASYNC_REG = "TRUE" *) reg [7:0] taken;                         // HandshakeCrossing.cs
  reg valid;                                                        // HandshakeCrossing.cs

  // ports of answer_sync
  wire answer_sync_synced;

  // ports of request_sync
  wire request_sync_synced;

  assign enq_ready = request == answer_sync_synced;                 // HandshakeCrossing.cs
  assign deq_valid = valid;                                         // HandshakeCrossing.cs
  assign deq = taken;                                               // HandshakeCrossing.cs

  Synchronizer answer_sync (                                        // HandshakeCrossing.cs
    .clock  (slow_clock),
    .reset  (slow_reset),
    .bit_   (answer),
    .synced (answer_sync_synced)
  );

  Synchronizer request_sync (                                       // HandshakeCrossing.cs
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
      if (request_sync_synced != answer && !valid) begin            // HandshakeCrossing.cs
        taken <= kept;                                              // HandshakeCrossing.cs
        valid <= 1'b1;                                              // HandshakeCrossing.cs
        answer <= request_sync_synced;                              // HandshakeCrossing.cs
      end else if (deq_ready)                                       // HandshakeCrossing.cs
        valid <= 1'b0;                                              // HandshakeCrossing.cs
    end
  end

  always @(posedge slow_clock) begin
    if (slow_reset) begin
      request <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)                                   // HandshakeCrossing.cs
        request <= !request;                                        // HandshakeCrossing.cs
    end
  end

  always @(posedge slow_clock) begin
    if (enq_valid && enq_ready)                                     // HandshakeCrossing.cs
      kept <= enq;                                                  // HandshakeCrossing.cs
  end
endmodule
