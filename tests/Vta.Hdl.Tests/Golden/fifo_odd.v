// Fifo_8x5, described in src/Vta.Hdl/Library/Fifo.cs:10
//   depth = 5
// Generated: change the description instead.
module Fifo_8x5 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Fifo.cs:10
  output wire       enq_ready,                                      // Fifo.cs:10
  input  wire [7:0] enq,                                            // Fifo.cs:10
  output wire       deq_valid,                                      // Fifo.cs:11
  input  wire       deq_ready,                                      // Fifo.cs:11
  output wire [7:0] deq,                                            // Fifo.cs:11
  output wire [2:0] count                                           // Fifo.cs:14
);

  reg [2:0] register_;                                              // Fifo.cs:23
  reg [2:0] register_2;                                             // Fifo.cs:24
  reg [2:0] register_3;                                             // Fifo.cs:25
  reg [7:0] memory [0:4];                                           // Fifo.cs:22

  assign enq_ready = register_3 != 3'd5;                            // Fifo.cs:27
  assign deq_valid = register_3 != 3'd0;                            // Fifo.cs:28
  assign deq = (register_ < 3'd5) ? memory[register_] : 8'd0;       // Fifo.cs:29
  assign count = register_3;                                        // Fifo.cs:30

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 3'd0;
      register_2 <= 3'd0;
      register_3 <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs:32
        register_2 <= (register_2 == 3'd4) ? 3'd0 : register_2 + 3'd1;  // Fifo.cs:35
      if (deq_valid && deq_ready)                                   // Fifo.cs:37
        register_ <= (register_ == 3'd4) ? 3'd0 : register_ + 3'd1;  // Fifo.cs:38
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs:39
        register_3 <= register_3 + 3'd1;                            // Fifo.cs:40
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs:41
        register_3 <= register_3 - 3'd1;                            // Fifo.cs:42
    end
  end

  initial begin : memory_start
    integer n;
    for (n = 0; n < 5; n = n + 1)
      memory[n] = 8'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs:34
      memory[register_2] <= enq;                                    // Fifo.cs:34
  end

endmodule
