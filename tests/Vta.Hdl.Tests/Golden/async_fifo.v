// AsyncFifo_8x4, described in src/Vta.Hdl/Library/AsyncFifo.cs
//   depth = 4
// Generated: change the description instead.
module AsyncFifo_8x4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       fast_clock,
  input  wire       fast_reset,
  input  wire       enq_valid,                                      // AsyncFifo.cs
  output wire       enq_ready,                                      // AsyncFifo.cs
  input  wire [7:0] enq,                                            // AsyncFifo.cs
  output wire       deq_valid,                                      // AsyncFifo.cs
  input  wire       deq_ready,                                      // AsyncFifo.cs
  output wire [7:0] deq                                             // AsyncFifo.cs
);

  reg [2:0] tail;                                                   // AsyncFifo.cs
  reg [2:0] tail_code;                                              // AsyncFifo.cs
  wire [2:0] tail_next;                                             // AsyncFifo.cs
  wire [2:0] tail_next_code;                                        // AsyncFifo.cs
  reg [2:0] head;                                                   // AsyncFifo.cs
  reg [2:0] head_code;                                              // AsyncFifo.cs
  wire [2:0] head_next;                                             // AsyncFifo.cs
  wire [2:0] head_next_code;                                        // AsyncFifo.cs
  (* ASYNC_REG = "TRUE" *) reg [2:0] head_seen_first;               // AsyncFifo.cs
  (* ASYNC_REG = "TRUE" *) reg [2:0] head_seen;                     // AsyncFifo.cs
  (* ASYNC_REG = "TRUE" *) reg [2:0] tail_seen_first;               // AsyncFifo.cs
  (* ASYNC_REG = "TRUE" *) reg [2:0] tail_seen;                     // AsyncFifo.cs
  reg [7:0] words [0:3];                                            // AsyncFifo.cs

  assign tail_next = tail + 3'd1;                                   // AsyncFifo.cs
  assign tail_next_code = tail_next ^ {1'b0, tail_next[2:1]};       // AsyncFifo.cs
  assign head_next = head + 3'd1;                                   // AsyncFifo.cs
  assign head_next_code = head_next ^ {1'b0, head_next[2:1]};       // AsyncFifo.cs
  assign enq_ready = tail_code != {~head_seen[2:1], head_seen[0]};  // AsyncFifo.cs
  assign deq_valid = head_code != tail_seen;                        // AsyncFifo.cs
  assign deq = words[head[1:0]];                                    // AsyncFifo.cs

  always @(posedge clock) begin
    if (reset) begin
      tail <= 3'd0;
      tail_code <= 3'd0;
      head_seen_first <= 3'd0;
      head_seen <= 3'd0;
    end else begin
      if (enq_valid && enq_ready) begin                             // AsyncFifo.cs
        tail <= tail_next;                                          // AsyncFifo.cs
        tail_code <= tail_next_code;                                // AsyncFifo.cs
      end
      head_seen_first <= head_code;                                 // AsyncFifo.cs
      head_seen <= head_seen_first;                                 // AsyncFifo.cs
    end
  end

  always @(posedge fast_clock) begin
    if (fast_reset) begin
      head <= 3'd0;
      head_code <= 3'd0;
      tail_seen_first <= 3'd0;
      tail_seen <= 3'd0;
    end else begin
      if (deq_valid && deq_ready) begin                             // AsyncFifo.cs
        head <= head_next;                                          // AsyncFifo.cs
        head_code <= head_next_code;                                // AsyncFifo.cs
      end
      tail_seen_first <= tail_code;                                 // AsyncFifo.cs
      tail_seen <= tail_seen_first;                                 // AsyncFifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 4; n = n + 1)
      words[n] = 8'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // AsyncFifo.cs
      words[tail[1:0]] <= enq;                                      // AsyncFifo.cs
  end

  `ifndef SYNTHESIS
  always @(posedge clock) begin
    if (!reset)                                                     // AsyncFifo.cs
      assert (((tail_code ^ tail_next_code) & ((tail_code ^ tail_next_code) - 3'd1)) == 3'd0) else $error("what crosses of the tail changes in one bit at a time, so that it can be sampled in the middle of a change");
  end
  always @(posedge fast_clock) begin
    if (!fast_reset)                                                // AsyncFifo.cs
      assert (((head_code ^ head_next_code) & ((head_code ^ head_next_code) - 3'd1)) == 3'd0) else $error("what crosses of the head changes in one bit at a time, so that it can be sampled in the middle of a change");
  end
  `endif
endmodule
