// Fifo_16x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_16x4 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [15:0] enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [15:0] deq,
  output wire [2:0]  count
);

  reg [1:0] head;
  reg [1:0] tail;
  reg [2:0] count_reg;
  reg [15:0] words [0:3];

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
      words[n] = 16'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= enq;
  end
endmodule

// Pipe_16, described in src/Vta.Hdl/Library/Pipe.cs
// Generated: change the description instead.
module Pipe_16 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [15:0] enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [15:0] deq
);

  reg valid;
  reg [15:0] payload;

  assign enq_ready = !valid || deq_ready;
  assign deq_valid = valid;
  assign deq = payload;

  initial begin
    payload = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (enq_ready)
        valid <= enq_valid;
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      payload <= enq;
  end
endmodule

// Fork_2x16, described in src/Vta.Hdl/Library/Fork.cs
//   outputs = 2
// Generated: change the description instead.
module Fork_2x16 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [15:0] enq,
  output wire        deq_0_valid,
  input  wire        deq_0_ready,
  output wire [15:0] deq_0,
  output wire        deq_1_valid,
  input  wire        deq_1_ready,
  output wire [15:0] deq_1
);

  reg taken_0;
  reg taken_1;

  assign enq_ready = (taken_0 || deq_0_ready) && (taken_1 || deq_1_ready);
  assign deq_0_valid = enq_valid && !taken_0;
  assign deq_0 = enq;
  assign deq_1_valid = enq_valid && !taken_1;
  assign deq_1 = enq;

  always @(posedge clock) begin
    if (reset) begin
      taken_0 <= 1'b0;
      taken_1 <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)
        taken_0 <= 1'b0;
      else if (deq_0_valid && deq_0_ready)
        taken_0 <= 1'b1;
      if (enq_valid && enq_ready)
        taken_1 <= 1'b0;
      else if (deq_1_valid && deq_1_ready)
        taken_1 <= 1'b1;
    end
  end
endmodule

// SkidBuffer_8, described in src/Vta.Hdl/Library/SkidBuffer.cs
// Generated: change the description instead.
module SkidBuffer_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq
);

  reg valid;
  reg [7:0] payload;
  reg is_full;
  reg [7:0] skidded;

  assign enq_ready = !is_full;
  assign deq_valid = valid;
  assign deq = payload;

  initial begin
    payload = 8'd0;
    skidded = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
      is_full <= 1'b0;
    end else begin
      if (!valid || deq_ready) begin
        valid <= is_full || enq_valid;
        is_full <= 1'b0;
      end else if (enq_valid && enq_ready)
        is_full <= 1'b1;
    end
  end

  always @(posedge clock) begin
    if (!valid || deq_ready)
      payload <= is_full ? skidded : enq;
    else if (enq_valid && enq_ready)
      skidded <= enq;
  end
endmodule

// Widener_8x2, described in src/Vta.Hdl/Library/Widener.cs
//   count = 2
// Generated: change the description instead.
module Widener_8x2 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [7:0]  enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [15:0] deq
);

  reg [15:0] gathered;
  reg position;
  reg valid;
  wire is_last;

  assign enq_ready = !valid || deq_ready;
  assign deq_valid = valid;
  assign deq = gathered;
  assign is_last = position;

  initial begin
    gathered = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      position <= 1'b0;
      valid <= 1'b0;
    end else begin
      if (deq_valid && deq_ready)
        valid <= 1'b0;
      if (enq_valid && enq_ready) begin
        position <= is_last ? 1'b0 : position + 1'b1;
        if (is_last)
          valid <= 1'b1;
      end
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      gathered <= {enq, gathered[15:8]};
  end
endmodule

// Narrower_16x1, described in src/Vta.Hdl/Library/Narrower.cs
//   count = 16
// Generated: change the description instead.
module Narrower_16x1 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [15:0] enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire        deq
);

  reg [15:0] rest;
  reg [4:0] left;

  assign enq_ready = left == 5'd0 || (left == 5'd1 && deq_ready);
  assign deq_valid = left != 5'd0;
  assign deq = rest[0];

  initial begin
    rest = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      left <= 5'd0;
    end else begin
      if (enq_valid && enq_ready)
        left <= 5'd16;
      else if (deq_valid && deq_ready)
        left <= left - 5'd1;
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      rest <= enq;
    else if (deq_valid && deq_ready)
      rest <= {1'b0, rest[15:1]};
  end
endmodule

// StreamAlgebra, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module StreamAlgebra (
  input  wire        clock,
  input  wire        reset,
  input  wire        input_valid,
  output wire        input_ready,
  input  wire [15:0] input_,
  input  wire        words_valid,
  output wire        words_ready,
  input  wire [7:0]  words,
  output wire        output_valid,
  input  wire        output_ready,
  output wire [15:0] output_,
  output wire        line_valid,
  input  wire        line_ready,
  output wire        line,
  input  wire        stop
);

  wire even_ready;
  wire joined_ready;
  wire halt_when_ready;

  // ports of even_queue
  wire even_queue_deq_valid;
  wire [15:0] even_queue_deq;
  wire [2:0] even_queue_count;

  // ports of even_pipe
  wire even_pipe_enq_ready;
  wire even_pipe_deq_valid;
  wire even_pipe_deq_ready;
  wire [15:0] even_pipe_deq;

  // ports of copies
  wire copies_enq_valid;
  wire copies_deq_0_valid;
  wire copies_deq_0_ready;
  wire [15:0] copies_deq_0;
  wire copies_deq_1_valid;
  wire copies_deq_1_ready;
  wire [15:0] copies_deq_1;

  // ports of wide_skid
  wire wide_skid_deq_valid;
  wire [7:0] wide_skid_deq;

  // ports of wide
  wire wide_enq_ready;
  wire wide_deq_valid;
  wire wide_deq_ready;
  wire [15:0] wide_deq;

  // ports of narrow
  wire narrow_enq_valid;

  assign even_pipe_deq_ready = even_ready || even_pipe_deq[0];
  assign copies_enq_valid = even_pipe_deq_valid && !even_pipe_deq[0];
  assign copies_deq_0_ready = joined_ready && wide_deq_valid;
  assign wide_deq_ready = joined_ready && copies_deq_0_valid;
  assign output_valid = copies_deq_0_valid && wide_deq_valid;
  assign output_ = copies_deq_0 + wide_deq;
  assign joined_ready = output_ready;
  assign copies_deq_1_ready = halt_when_ready && !stop;
  assign narrow_enq_valid = copies_deq_1_valid && !stop;

  Fifo_16x4 even_queue (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (input_valid),
    .enq_ready (input_ready),
    .enq       (input_),
    .deq_valid (even_queue_deq_valid),
    .deq_ready (even_pipe_enq_ready),
    .deq       (even_queue_deq),
    .count     (even_queue_count)
  );

  Pipe_16 even_pipe (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (even_queue_deq_valid),
    .enq_ready (even_pipe_enq_ready),
    .enq       (even_queue_deq),
    .deq_valid (even_pipe_deq_valid),
    .deq_ready (even_pipe_deq_ready),
    .deq       (even_pipe_deq)
  );

  Fork_2x16 copies (
    .clock       (clock),
    .reset       (reset),
    .enq_valid   (copies_enq_valid),
    .enq_ready   (even_ready),
    .enq         (even_pipe_deq),
    .deq_0_valid (copies_deq_0_valid),
    .deq_0_ready (copies_deq_0_ready),
    .deq_0       (copies_deq_0),
    .deq_1_valid (copies_deq_1_valid),
    .deq_1_ready (copies_deq_1_ready),
    .deq_1       (copies_deq_1)
  );

  SkidBuffer_8 wide_skid (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (words_valid),
    .enq_ready (words_ready),
    .enq       (words),
    .deq_valid (wide_skid_deq_valid),
    .deq_ready (wide_enq_ready),
    .deq       (wide_skid_deq)
  );

  Widener_8x2 wide (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (wide_skid_deq_valid),
    .enq_ready (wide_enq_ready),
    .enq       (wide_skid_deq),
    .deq_valid (wide_deq_valid),
    .deq_ready (wide_deq_ready),
    .deq       (wide_deq)
  );

  Narrower_16x1 narrow (
    .clock     (clock),
    .reset     (reset),
    .enq_valid (narrow_enq_valid),
    .enq_ready (halt_when_ready),
    .enq       (copies_deq_1),
    .deq_valid (line_valid),
    .deq_ready (line_ready),
    .deq       (line)
  );

  wire unused_ok = &{1'b0, even_queue_count};
endmodule
