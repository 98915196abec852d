// Fifo_73x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_73x4 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fifo.cs
  output wire        enq_ready,                                     // Fifo.cs
  input  wire [63:0] enq_data,                                      // Fifo.cs
  input  wire [7:0]  enq_strobe,                                    // Fifo.cs
  input  wire        enq_last,                                      // Fifo.cs
  output wire        deq_valid,                                     // Fifo.cs
  input  wire        deq_ready,                                     // Fifo.cs
  output wire [63:0] deq_data,                                      // Fifo.cs
  output wire [7:0]  deq_strobe,                                    // Fifo.cs
  output wire        deq_last,                                      // Fifo.cs
  output wire [2:0]  count                                          // Fifo.cs
);

  reg [1:0] head;                                                   // Fifo.cs
  reg [1:0] tail;                                                   // Fifo.cs
  reg [2:0] count_reg;                                              // Fifo.cs
  reg [72:0] words [0:3];                                           // Fifo.cs

  assign enq_ready = count_reg != 3'd4;                             // Fifo.cs
  assign deq_valid = count_reg != 3'd0;                             // Fifo.cs
  wire [72:0] words_at_head = words[head];
  assign deq_data = words_at_head[63:0];                            // Fifo.cs
  assign deq_strobe = words_at_head[71:64];                         // Fifo.cs
  assign deq_last = words_at_head[72];                              // Fifo.cs
  assign count = count_reg;                                         // Fifo.cs

  always @(posedge clock) begin
    if (reset) begin
      head <= 2'd0;
      tail <= 2'd0;
      count_reg <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs
        tail <= tail + 2'd1;                                        // Fifo.cs
      if (deq_valid && deq_ready)                                   // Fifo.cs
        head <= head + 2'd1;                                        // Fifo.cs
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs
        count_reg <= count_reg + 3'd1;                              // Fifo.cs
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs
        count_reg <= count_reg - 3'd1;                              // Fifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 4; n = n + 1)
      words[n] = 73'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= {enq_last, enq_strobe, enq_data};              // Fifo.cs
  end
endmodule
