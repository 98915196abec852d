// Fifo_38x16, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 16
// Generated: change the description instead.
module Fifo_38x16 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire        enq_is_load,
  input  wire        enq_is_step,
  input  wire [3:0]  enq_pushes,
  input  wire [31:0] enq_index,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire        deq_is_load,
  output wire        deq_is_step,
  output wire [3:0]  deq_pushes,
  output wire [31:0] deq_index,
  output wire [4:0]  count
);

  reg [3:0] head;
  reg [3:0] tail;
  reg [4:0] count_reg;
  reg [37:0] words [0:15];

  assign enq_ready = count_reg != 5'd16;
  assign deq_valid = count_reg != 5'd0;
  wire [37:0] words_at_head = words[head];
  assign deq_is_load = words_at_head[0];
  assign deq_is_step = words_at_head[1];
  assign deq_pushes = words_at_head[5:2];
  assign deq_index = words_at_head[37:6];
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
      words[n] = 38'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= {enq_index, enq_pushes, enq_is_step, enq_is_load};
  end
endmodule
