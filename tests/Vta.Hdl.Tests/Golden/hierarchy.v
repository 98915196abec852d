// Fifo_8x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_8x4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq,
  output wire [2:0] count
);

  reg [1:0] head;
  reg [1:0] tail;
  reg [2:0] count_reg;
  reg [7:0] words [0:3];

  assign enq_ready = count_reg != 3'd4;
  assign deq_valid = count_reg != 3'd0;
  assign deq = words[head];
  assign count = count_reg;

  always @(posedge clock) begin
    if (reset) begin
      head <= 2'd0;
      tail <= 2'd0;
      count_reg <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)
        tail <= tail + 2'd1;
      if (deq_valid && deq_ready)
        head <= head + 2'd1;
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))
        count_reg <= count_reg + 3'd1;
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))
        count_reg <= count_reg - 3'd1;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 4; n = n + 1)
      words[n] = 8'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= enq;
  end
endmodule

// Offset, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Offset (
  input  wire [7:0] x,
  output wire [7:0] y
);

  assign y = x + 8'd1;
endmodule

// Offset_2, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Offset_2 (
  input  wire [7:0] x,
  output wire [7:0] y
);

  assign y = x + 8'd2;
endmodule

// Hierarchy, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Hierarchy (
  input  wire       clock,
  input  wire       reset,
  input  wire       input_valid,
  output wire       input_ready,
  input  wire [7:0] input_,
  output wire       output_valid,
  input  wire       output_ready,
  output wire [7:0] output_,
  input  wire       flush,
  output wire [7:0] added
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

  wire first_reset = reset || flush;

  Fifo_8x4 first (
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

  Fifo_8x4 second (
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

  Offset one (
    .x (input_),
    .y (one_y)
  );

  Offset_2 two (
    .x (one_y),
    .y (added)
  );

  wire unused_ok = &{1'b0, first_count, second_count};
endmodule
