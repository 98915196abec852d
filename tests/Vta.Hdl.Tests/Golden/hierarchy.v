// Fifo_8x4, described in src/Vta.Hdl/Library/Fifo.cs:10
//   depth = 4
// Generated: change the description instead.
module Fifo_8x4 (
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

  reg [1:0] register_;                                              // Fifo.cs:23
  reg [1:0] register_2;                                             // Fifo.cs:24
  reg [2:0] register_3;                                             // Fifo.cs:25
  reg [7:0] memory [0:3];                                           // Fifo.cs:22

  assign enq_ready = register_3 != 3'd4;                            // Fifo.cs:27
  assign deq_valid = register_3 != 3'd0;                            // Fifo.cs:28
  assign deq = memory[register_];                                   // Fifo.cs:29
  assign count = register_3;                                        // Fifo.cs:30

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 2'd0;
      register_2 <= 2'd0;
      register_3 <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs:32
        register_2 <= register_2 + 2'd1;                            // Fifo.cs:35
      if (deq_valid && deq_ready)                                   // Fifo.cs:37
        register_ <= register_ + 2'd1;                              // Fifo.cs:38
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs:39
        register_3 <= register_3 + 3'd1;                            // Fifo.cs:40
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs:41
        register_3 <= register_3 - 3'd1;                            // Fifo.cs:42
    end
  end

  initial begin : memory_start
    integer n;
    for (n = 0; n < 4; n = n + 1)
      memory[n] = 8'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs:34
      memory[register_2] <= enq;                                    // Fifo.cs:34
  end

endmodule

// Offset, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:142
// Generated: change the description instead.
module Offset (
  input  wire [7:0] x,                                              // Samples.cs:142
  output wire [7:0] y                                               // Samples.cs:143
);

  assign y = x + 8'd1;                                              // Samples.cs:145
endmodule

// Offset_2, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:142
// Generated: change the description instead.
module Offset_2 (
  input  wire [7:0] x,                                              // Samples.cs:142
  output wire [7:0] y                                               // Samples.cs:143
);

  assign y = x + 8'd2;                                              // Samples.cs:145
endmodule

// Hierarchy, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:121
// Generated: change the description instead.
module Hierarchy (
  input  wire       clock,
  input  wire       reset,
  input  wire       input_valid,                                    // Samples.cs:121
  output wire       input_ready,                                    // Samples.cs:121
  input  wire [7:0] input_,                                         // Samples.cs:121
  output wire       output_valid,                                   // Samples.cs:122
  input  wire       output_ready,                                   // Samples.cs:122
  output wire [7:0] output_,                                        // Samples.cs:122
  input  wire       flush,                                          // Samples.cs:123
  output wire [7:0] added                                           // Samples.cs:124
);

  wire first_enq_ready;
  wire first_deq_valid;
  wire [7:0] first_deq;
  wire [2:0] first_count;
  wire second_enq_ready;
  wire second_deq_valid;
  wire [7:0] second_deq;
  wire [2:0] second_count;
  wire [7:0] one_y;
  wire [7:0] two_y;

  assign input_ready = first_enq_ready;                             // Samples.cs:130
  assign output_valid = second_deq_valid;                           // Samples.cs:132
  assign output_ = second_deq;                                      // Samples.cs:132
  assign added = two_y;                                             // Samples.cs:137
  wire first_reset = reset || flush;                                // Samples.cs:128

  Fifo_8x4 first (                                                  // Samples.cs:128
    .clock     (clock),
    .reset     (first_reset),
    .enq_valid (input_valid),
    .enq_ready (first_enq_ready),
    .enq       (input_),
    .deq_valid (first_deq_valid),
    .deq_ready (second_enq_ready),
    .deq       (first_deq),
    .count     (first_count)
  );

  Fifo_8x4 second (                                                 // Samples.cs:129
    .clock     (clock),
    .reset     (reset),
    .enq_valid (first_deq_valid),
    .enq_ready (second_enq_ready),
    .enq       (first_deq),
    .deq_valid (second_deq_valid),
    .deq_ready (output_ready),
    .deq       (second_deq),
    .count     (second_count)
  );

  Offset one (                                                      // Samples.cs:133
    .x (input_),
    .y (one_y)
  );

  Offset_2 two (                                                    // Samples.cs:134
    .x (one_y),
    .y (two_y)
  );

  wire unused_ok = &{1'b0, first_count, second_count};
endmodule
