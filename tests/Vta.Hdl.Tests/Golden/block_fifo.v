// BlockFifo_64x512, described in src/Vta.Hdl/Library/BlockFifo.cs
//   depth = 512
// Generated: change the description instead.
module BlockFifo_64x512 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [63:0] enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [63:0] deq
);

  reg [9:0] head;
  reg [9:0] tail;
  reg valid;
  wire [9:0] next_head;
  reg [63:0] words_data;
  reg [63:0] words [0:511];

  assign next_head = (deq_valid && deq_ready) ? head + 10'd1 : head;
  assign deq_valid = valid;
  assign deq = words_data;
  assign enq_ready = tail - head != 10'd512;

  initial begin
    words_data = 64'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      head <= 10'd0;
      tail <= 10'd0;
      valid <= 1'b0;
    end else begin
      head <= next_head;
      valid <= next_head != tail;
      if (enq_valid && enq_ready)
        tail <= tail + 10'd1;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 512; n = n + 1)
      words[n] = 64'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail[8:0]] <= enq;
    words_data <= words[next_head[8:0]];
  end
endmodule
