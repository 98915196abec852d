// Fifo_8x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_8x4 (
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

  reg [1:0] head;                                                   // Fifo.cs
  reg [1:0] tail;                                                   // Fifo.cs
  reg [2:0] count_reg;                                              // Fifo.cs
  reg [7:0] words [0:3];                                            // Fifo.cs

  assign enq_ready = count_reg != 3'd4;                             // Fifo.cs
  assign deq_valid = count_reg != 3'd0;                             // Fifo.cs
  assign deq = words[head];                                         // Fifo.cs
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
      words[n] = 8'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= enq;                                           // Fifo.cs
  end
endmodule

// Offset, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Offset (
  input  wire [7:0] x,                                              // Samples.cs
  output wire [7:0] y                                               // Samples.cs
);

  assign y = x + 8'd1;                                              // Samples.cs
endmodule

// Offset_2, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Offset_2 (
  input  wire [7:0] x,                                              // Samples.cs
  output wire [7:0] y                                               // Samples.cs
);

  assign y = x + 8'd2;                                              // Samples.cs
endmodule

// Hierarchy, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Hierarchy (
  input  wire       clock,
  input  wire       reset,
  input  wire       input_valid,                                    // Samples.cs
  output wire       input_ready,                                    // Samples.cs
  input  wire [7:0] input_,                                         // Samples.cs
  output wire       output_valid,                                   // Samples.cs
  input  wire       output_ready,                                   // Samples.cs
  output wire [7:0] output_,                                        // Samples.cs
  input  wire       flush,                                          // Samples.cs
  output wire [7:0] added                                           // Samples.cs
);

  // ports of first
  wire first_deq_valid;
  wire [7:0] first_deq;
  wire [2:0] first_count;

  // ports of second
  wire second_enq_ready;
  wire [2:0] second_count;

  // ports of one
  wire [7:0] one_y;

  wire first_reset = reset || flush;                                // Samples.cs

  Fifo_8x4 first (                                                  // Samples.cs
    .clock     (clock),
    .reset     (first_reset),
    .enq_valid (input_valid),
    .enq_ready (input_ready),
    .enq       (input_),
    .deq_valid (first_deq_valid),
    .deq_ready (second_enq_ready),
    .deq       (first_deq),
    .count     (first_count)
  );

  Fifo_8x4 second (                                                 // Samples.cs
    .clock     (clock),
    .reset     (reset),
    .enq_valid (first_deq_valid),
    .enq_ready (second_enq_ready),
    .enq       (first_deq),
    .deq_valid (output_valid),
    .deq_ready (output_ready),
    .deq       (output_),
    .count     (second_count)
  );

  Offset one (                                                      // Samples.cs
    .x (input_),
    .y (one_y)
  );

  Offset_2 two (                                                    // Samples.cs
    .x (one_y),
    .y (added)
  );

  wire unused_ok = &{1'b0, first_count, second_count};
endmodule
