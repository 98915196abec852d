// Fifo_4x16, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 16
// Generated: change the description instead.
module Fifo_4x16 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [3:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [3:0] deq,
  output wire [4:0] count
);

  reg [3:0] head;
  reg [3:0] tail;
  reg [4:0] count_reg;
  reg [3:0] words [0:15];

  assign enq_ready = count_reg != 5'd16;
  assign deq_valid = count_reg != 5'd0;
  assign deq = words[head];
  assign count = count_reg;

  always @(posedge clock) begin
    if (reset) begin
      head <= 4'd0;
      tail <= 4'd0;
      count_reg <= 5'd0;
    end else begin
      if (enq_valid && enq_ready)
        tail <= tail + 4'd1;
      if (deq_valid && deq_ready)
        head <= head + 4'd1;
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))
        count_reg <= count_reg + 5'd1;
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))
        count_reg <= count_reg - 5'd1;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 16; n = n + 1)
      words[n] = 4'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= enq;
  end
endmodule
