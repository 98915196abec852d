// Fifo_65x64, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 64
// Generated: change the description instead.
module Fifo_65x64 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fifo.cs
  output wire        enq_ready,                                     // Fifo.cs
  input  wire [63:0] enq_data,                                      // Fifo.cs
  input  wire        enq_error,                                     // Fifo.cs
  output wire        deq_valid,                                     // Fifo.cs
  input  wire        deq_ready,                                     // Fifo.cs
  output wire [63:0] deq_data,                                      // Fifo.cs
  output wire        deq_error,                                     // Fifo.cs
  output wire [6:0]  count                                          // Fifo.cs
);

  reg [5:0] head;                                                   // Fifo.cs
  reg [5:0] tail;                                                   // Fifo.cs
  reg [6:0] count_reg;                                              // Fifo.cs
  reg [64:0] words [0:63];                                          // Fifo.cs

  assign enq_ready = count_reg != 7'd64;                            // Fifo.cs
  assign deq_valid = count_reg != 7'd0;                             // Fifo.cs
  wire [64:0] words_at_head = words[head];
  assign deq_data = words_at_head[63:0];                            // Fifo.cs
  assign deq_error = words_at_head[64];                             // Fifo.cs
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
      words[n] = 65'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= {enq_error, enq_data};                         // Fifo.cs
  end
endmodule
