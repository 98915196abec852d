// Fifo_36x64, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 64
// Generated: change the description instead.
module Fifo_36x64 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [3:0]  enq_pushes,
  input  wire [31:0] enq_index,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [3:0]  deq_pushes,
  output wire [31:0] deq_index,
  output wire [6:0]  count
);

  reg [5:0] head;
  reg [5:0] tail;
  reg [6:0] count_reg;
  reg [35:0] words [0:63];

  assign enq_ready = count_reg != 7'd64;
  assign deq_valid = count_reg != 7'd0;
  wire [35:0] words_at_head = words[head];
  assign deq_pushes = words_at_head[3:0];
  assign deq_index = words_at_head[35:4];
  assign count = count_reg;

  always @(posedge clock) begin
    if (reset) begin
      head <= 6'd0;
      tail <= 6'd0;
      count_reg <= 7'd0;
    end else begin
      if (enq_valid && enq_ready)
        tail <= tail + 6'd1;
      if (deq_valid && deq_ready)
        head <= head + 6'd1;
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))
        count_reg <= count_reg + 7'd1;
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))
        count_reg <= count_reg - 7'd1;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 64; n = n + 1)
      words[n] = 36'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= {enq_index, enq_pushes};
  end
endmodule
