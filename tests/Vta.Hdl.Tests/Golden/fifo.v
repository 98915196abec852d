// Fifo_8x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_8x4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq,
  output wire [2:0] count
);

  reg [1:0] head;
  reg [1:0] tail;
  reg [2:0] count_reg;
  reg [7:0] words [0:3];

  assign enq_ready = count_reg != 3'd4;
  assign deq_valid = count_reg != 3'd0;
  assign deq = words[head];
  assign count = count_reg;

  always @(posedge clock) begin
    if (reset) begin
      head <= 2'd0;
      tail <= 2'd0;
      count_reg <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)
        tail <= tail + 2'd1;
      if (deq_valid && deq_ready)
        head <= head + 2'd1;
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))
        count_reg <= count_reg + 3'd1;
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))
        count_reg <= count_reg - 3'd1;
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
      words[tail] <= enq;
  end
endmodule
