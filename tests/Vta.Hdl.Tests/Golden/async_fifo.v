// AsyncFifo_8x4, described in src/Vta.Hdl/Library/AsyncFifo.cs
//   depth = 4
// Generated: change the description instead.
module AsyncFifo_8x4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       fast_clock,
  input  wire       fast_reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq
);

  reg [2:0] tail;
  reg [2:0] tail_code;
  wire [2:0] tail_next;
  wire [2:0] tail_next_code;
  reg [2:0] head;
  reg [2:0] head_code;
  wire [2:0] head_next;
  wire [2:0] head_next_code;
  (* ASYNC_REG = "TRUE" *) reg [2:0] head_seen_first;
  (* ASYNC_REG = "TRUE" *) reg [2:0] head_seen;
  (* ASYNC_REG = "TRUE" *) reg [2:0] tail_seen_first;
  (* ASYNC_REG = "TRUE" *) reg [2:0] tail_seen;
  reg [7:0] words [0:3];

  assign tail_next = tail + 3'd1;
  assign tail_next_code = tail_next ^ {1'b0, tail_next[2:1]};
  assign head_next = head + 3'd1;
  assign head_next_code = head_next ^ {1'b0, head_next[2:1]};
  assign enq_ready = tail_code != {~head_seen[2:1], head_seen[0]};
  assign deq_valid = head_code != tail_seen;
  assign deq = words[head[1:0]];

  always @(posedge clock) begin
    if (reset) begin
      tail <= 3'd0;
      tail_code <= 3'd0;
      head_seen_first <= 3'd0;
      head_seen <= 3'd0;
    end else begin
      if (enq_valid && enq_ready) begin
        tail <= tail_next;
        tail_code <= tail_next_code;
      end
      head_seen_first <= head_code;
      head_seen <= head_seen_first;
    end
  end

  always @(posedge fast_clock) begin
    if (fast_reset) begin
      head <= 3'd0;
      head_code <= 3'd0;
      tail_seen_first <= 3'd0;
      tail_seen <= 3'd0;
    end else begin
      if (deq_valid && deq_ready) begin
        head <= head_next;
        head_code <= head_next_code;
      end
      tail_seen_first <= tail_code;
      tail_seen <= tail_seen_first;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 4; n = n + 1)
      words[n] = 8'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail[1:0]] <= enq;
  end

  `ifndef SYNTHESIS
  always @(posedge clock) begin
    if (!reset)
      assert (((tail_code ^ tail_next_code) & ((tail_code ^ tail_next_code) - 3'd1)) == 3'd0) else $error("what crosses of the tail changes in one bit at a time, so that it can be sampled in the middle of a change");
  end
  always @(posedge fast_clock) begin
    if (!fast_reset)
      assert (((head_code ^ head_next_code) & ((head_code ^ head_next_code) - 3'd1)) == 3'd0) else $error("what crosses of the head changes in one bit at a time, so that it can be sampled in the middle of a change");
  end
  `endif
endmodule
