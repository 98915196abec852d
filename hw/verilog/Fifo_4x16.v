// Fifo_4x16, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 16
// Generated: change the description instead.
module Fifo_4x16 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Fifo.cs
  output wire       enq_ready,                                      // Fifo.cs
  input  wire [3:0] enq,                                            // Fifo.cs
  output wire       deq_valid,                                      // Fifo.cs
  input  wire       deq_ready,                                      // Fifo.cs
  output wire [3:0] deq,                                            // Fifo.cs
  output wire [4:0] count                                           // Fifo.cs
);

  reg [3:0] head;                                                   // Fifo.cs
  reg [3:0] tail;                                                   // Fifo.cs
  reg [4:0] count_reg;                                              // Fifo.cs
  reg [3:0] words [0:15];                                           // Fifo.cs

  assign enq_ready = count_reg != 5'd16;                            // Fifo.cs
  assign deq_valid = count_reg != 5'd0;                             // Fifo.cs
  assign deq = words[head];                                         // Fifo.cs
  assign count = count_reg;                                         // Fifo.cs

  always @(posedge clock) begin
    if (reset) begin
      head <= 4'd0;
      tail <= 4'd0;
      count_reg <= 5'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs
        tail <= tail + 4'd1;                                        // Fifo.cs
      if (deq_valid && deq_ready)                                   // Fifo.cs
        head <= head + 4'd1;                                        // Fifo.cs
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs
        count_reg <= count_reg + 5'd1;                              // Fifo.cs
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs
        count_reg <= count_reg - 5'd1;                              // Fifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 16; n = n + 1)
      words[n] = 4'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= enq;                                           // Fifo.cs
  end
endmodule
