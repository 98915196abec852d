// Fifo_36x64, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 64
// Generated: change the description instead.
module Fifo_36x64 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fifo.cs
  output wire        enq_ready,                                     // Fifo.cs
  input  wire [3:0]  enq_pushes,                                    // Fifo.cs
  input  wire [31:0] enq_index,                                     // Fifo.cs
  output wire        deq_valid,                                     // Fifo.cs
  input  wire        deq_ready,                                     // Fifo.cs
  output wire [3:0]  deq_pushes,                                    // Fifo.cs
  output wire [31:0] deq_index,                                     // Fifo.cs
  output wire [6:0]  count                                          // Fifo.cs
);

  reg [5:0] head;                                                   // Fifo.cs
  reg [5:0] tail;                                                   // Fifo.cs
  reg [6:0] count_reg;                                              // Fifo.cs
  reg [35:0] words [0:63];                                          // Fifo.cs

  assign enq_ready = count_reg != 7'd64;                            // Fifo.cs
  assign deq_valid = count_reg != 7'd0;                             // Fifo.cs
  wire [35:0] words_at_head = words[head];
  assign deq_pushes = words_at_head[3:0];                           // Fifo.cs
  assign deq_index = words_at_head[35:4];                           // Fifo.cs
  assign count = count_reg;                                         // Fifo.cs

  always @(posedge clock) begin
    if (reset) begin
      head <= 6'd0;
      tail <= 6'd0;
      count_reg <= 7'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs
        tail <= tail + 6'd1;                                        // Fifo.cs
      if (deq_valid && deq_ready)                                   // Fifo.cs
        head <= head + 6'd1;                                        // Fifo.cs
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs
        count_reg <= count_reg + 7'd1;                              // Fifo.cs
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs
        count_reg <= count_reg - 7'd1;                              // Fifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 64; n = n + 1)
      words[n] = 36'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= {enq_index, enq_pushes};                       // Fifo.cs
  end
endmodule
