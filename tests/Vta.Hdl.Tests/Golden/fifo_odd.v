// Fifo_8x5, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 5
// Generated: change the description instead.
module Fifo_8x5 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Fifo.cs
  output wire       enq_ready,                                      // Fifo.cs
  input  wire [7:0] enq,                                            // Fifo.cs
  output wire       deq_valid,                                      // Fifo.cs
  input  wire       deq_ready,                                      // Fifo.cs
  output wire [7:0] deq,                                            // Fifo.cs
  output wire [2:0] count                                           // Fifo.cs
);

  reg [2:0] head;                                                   // Fifo.cs
  reg [2:0] tail;                                                   // Fifo.cs
  reg [2:0] count_reg;                                              // Fifo.cs
  reg [7:0] words [0:4];                                            // Fifo.cs

  assign enq_ready = count_reg != 3'd5;                             // Fifo.cs
  assign deq_valid = count_reg != 3'd0;                             // Fifo.cs
  assign deq = (head < 3'd5) ? words[head] : 8'd0;                  // Fifo.cs
  assign count = count_reg;                                         // Fifo.cs

  always @(posedge clock) begin
    if (reset) begin
      head <= 3'd0;
      tail <= 3'd0;
      count_reg <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs
        tail <= (tail == 3'd4) ? 3'd0 : tail + 3'd1;                // Fifo.cs
      if (deq_valid && deq_ready)                                   // Fifo.cs
        head <= (head == 3'd4) ? 3'd0 : head + 3'd1;                // Fifo.cs
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs
        count_reg <= count_reg + 3'd1;                              // Fifo.cs
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs
        count_reg <= count_reg - 3'd1;                              // Fifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 5; n = n + 1)
      words[n] = 8'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= enq;                                           // Fifo.cs
  end
endmodule
