// BlockFifo_64x512, described in src/Vta.Hdl/Library/BlockFifo.cs
//   depth = 512
// Generated: change the description instead.
module BlockFifo_64x512 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // BlockFifo.cs
  output wire        enq_ready,                                     // BlockFifo.cs
  input  wire [63:0] enq,                                           // BlockFifo.cs
  output wire        deq_valid,                                     // BlockFifo.cs
  input  wire        deq_ready,                                     // BlockFifo.cs
  output wire [63:0] deq                                            // BlockFifo.cs
);

  reg [9:0] head;                                                   // BlockFifo.cs
  reg [9:0] tail;                                                   // BlockFifo.cs
  reg valid;                                                        // BlockFifo.cs
  wire [9:0] next_head;                                             // BlockFifo.cs
  reg [63:0] words_data;                                            // BlockFifo.cs
  reg [63:0] words [0:511];                                         // BlockFifo.cs

  assign next_head = (deq_valid && deq_ready) ? head + 10'd1 : head;  // BlockFifo.cs
  assign deq_valid = valid;                                         // BlockFifo.cs
  assign deq = words_data;                                          // BlockFifo.cs
  assign enq_ready = tail - head != 10'd512;                        // BlockFifo.cs

  initial begin
    words_data = 64'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      head <= 10'd0;
      tail <= 10'd0;
      valid <= 1'b0;
    end else begin
      head <= next_head;                                            // BlockFifo.cs
      valid <= next_head != tail;                                   // BlockFifo.cs
      if (enq_valid && enq_ready)                                   // BlockFifo.cs
        tail <= tail + 10'd1;                                       // BlockFifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 512; n = n + 1)
      words[n] = 64'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // BlockFifo.cs
      words[tail[8:0]] <= enq;                                      // BlockFifo.cs
    words_data <= words[next_head[8:0]];                            // BlockFifo.cs
  end
endmodule
