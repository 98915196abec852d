// Fifo_16x4, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 4
// Generated: change the description instead.
module Fifo_16x4 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fifo.cs
  output wire        enq_ready,                                     // Fifo.cs
  input  wire [15:0] enq,                                           // Fifo.cs
  output wire        deq_valid,                                     // Fifo.cs
  input  wire        deq_ready,                                     // Fifo.cs
  output wire [15:0] deq,                                           // Fifo.cs
  output wire [2:0]  count                                          // Fifo.cs
);

  reg [1:0] head;                                                   // Fifo.cs
  reg [1:0] tail;                                                   // Fifo.cs
  reg [2:0] count_reg;                                              // Fifo.cs
  reg [15:0] words [0:3];                                           // Fifo.cs

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
      words[n] = 16'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= enq;                                           // Fifo.cs
  end
endmodule

// Pipe_16, described in src/Vta.Hdl/Library/Pipe.cs
// Generated: change the description instead.
module Pipe_16 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Pipe.cs
  output wire        enq_ready,                                     // Pipe.cs
  input  wire [15:0] enq,                                           // Pipe.cs
  output wire        deq_valid,                                     // Pipe.cs
  input  wire        deq_ready,                                     // Pipe.cs
  output wire [15:0] deq                                            // Pipe.cs
);

  reg valid;                                                        // Pipe.cs
  reg [15:0] payload;                                               // Pipe.cs

  assign enq_ready = !valid || deq_ready;                           // Pipe.cs
  assign deq_valid = valid;                                         // Pipe.cs
  assign deq = payload;                                             // Pipe.cs

  initial begin
    payload = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (enq_ready)                                                // Pipe.cs
        valid <= enq_valid;                                         // Pipe.cs
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Pipe.cs
      payload <= enq;                                               // Pipe.cs
  end
endmodule

// Fork_2x16, described in src/Vta.Hdl/Library/Fork.cs
//   outputs = 2
// Generated: change the description instead.
module Fork_2x16 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fork.cs
  output wire        enq_ready,                                     // Fork.cs
  input  wire [15:0] enq,                                           // Fork.cs
  output wire        deq_0_valid,                                   // Fork.cs
  input  wire        deq_0_ready,                                   // Fork.cs
  output wire [15:0] deq_0,                                         // Fork.cs
  output wire        deq_1_valid,                                   // Fork.cs
  input  wire        deq_1_ready,                                   // Fork.cs
  output wire [15:0] deq_1                                          // Fork.cs
);

  reg taken_0;                                                      // Fork.cs
  reg taken_1;                                                      // Fork.cs

  assign enq_ready = (taken_0 || deq_0_ready) && (taken_1 || deq_1_ready);  // Fork.cs
  assign deq_0_valid = enq_valid && !taken_0;                       // Fork.cs
  assign deq_0 = enq;                                               // Fork.cs
  assign deq_1_valid = enq_valid && !taken_1;                       // Fork.cs
  assign deq_1 = enq;                                               // Fork.cs

  always @(posedge clock) begin
    if (reset) begin
      taken_0 <= 1'b0;
      taken_1 <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fork.cs
        taken_0 <= 1'b0;                                            // Fork.cs
      else if (deq_0_valid && deq_0_ready)                          // Fork.cs
        taken_0 <= 1'b1;                                            // Fork.cs
      if (enq_valid && enq_ready)                                   // Fork.cs
        taken_1 <= 1'b0;                                            // Fork.cs
      else if (deq_1_valid && deq_1_ready)                          // Fork.cs
        taken_1 <= 1'b1;                                            // Fork.cs
    end
  end
endmodule

// SkidBuffer_8, described in src/Vta.Hdl/Library/SkidBuffer.cs
// Generated: change the description instead.
module SkidBuffer_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // SkidBuffer.cs
  output wire       enq_ready,                                      // SkidBuffer.cs
  input  wire [7:0] enq,                                            // SkidBuffer.cs
  output wire       deq_valid,                                      // SkidBuffer.cs
  input  wire       deq_ready,                                      // SkidBuffer.cs
  output wire [7:0] deq                                             // SkidBuffer.cs
);

  reg valid;                                                        // SkidBuffer.cs
  reg [7:0] payload;                                                // SkidBuffer.cs
  reg is_full;                                                      // SkidBuffer.cs
  reg [7:0] skidded;                                                // SkidBuffer.cs

  assign enq_ready = !is_full;                                      // SkidBuffer.cs
  assign deq_valid = valid;                                         // SkidBuffer.cs
  assign deq = payload;                                             // SkidBuffer.cs

  initial begin
    payload = 8'd0;
    skidded = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
      is_full <= 1'b0;
    end else begin
      if (!valid || deq_ready) begin                                // SkidBuffer.cs
        valid <= is_full || enq_valid;                              // SkidBuffer.cs
        is_full <= 1'b0;                                            // SkidBuffer.cs
      end else if (enq_valid && enq_ready)                          // SkidBuffer.cs
        is_full <= 1'b1;                                            // SkidBuffer.cs
    end
  end

  always @(posedge clock) begin
    if (!valid || deq_ready)                                        // SkidBuffer.cs
      payload <= is_full ? skidded : enq;                           // SkidBuffer.cs
    else if (enq_valid && enq_ready)                                // SkidBuffer.cs
      skidded <= enq;                                               // SkidBuffer.cs
  end
endmodule

// Widener_8x2, described in src/Vta.Hdl/Library/Widener.cs
//   count = 2
// Generated: change the description instead.
module Widener_8x2 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Widener.cs
  output wire        enq_ready,                                     // Widener.cs
  input  wire [7:0]  enq,                                           // Widener.cs
  output wire        deq_valid,                                     // Widener.cs
  input  wire        deq_ready,                                     // Widener.cs
  output wire [15:0] deq                                            // Widener.cs
);

  reg [15:0] gathered;                                              // Widener.cs
  reg position;                                                     // Widener.cs
  reg valid;                                                        // Widener.cs
  wire is_last;                                                     // Widener.cs

  assign enq_ready = !valid || deq_ready;                           // Widener.cs
  assign deq_valid = valid;                                         // Widener.cs
  assign deq = gathered;                                            // Widener.cs
  assign is_last = position;                                        // Widener.cs

  initial begin
    gathered = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      position <= 1'b0;
      valid <= 1'b0;
    end else begin
      if (deq_valid && deq_ready)                                   // Widener.cs
        valid <= 1'b0;                                              // Widener.cs
      if (enq_valid && enq_ready) begin                             // Widener.cs
        position <= is_last ? 1'b0 : position + 1'b1;               // Widener.cs
        if (is_last)                                                // Widener.cs
          valid <= 1'b1;                                            // Widener.cs
      end
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Widener.cs
      gathered <= {enq, gathered[15:8]};                            // Widener.cs
  end
endmodule

// Narrower_16x1, described in src/Vta.Hdl/Library/Narrower.cs
//   count = 16
// Generated: change the description instead.
module Narrower_16x1 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Narrower.cs
  output wire        enq_ready,                                     // Narrower.cs
  input  wire [15:0] enq,                                           // Narrower.cs
  output wire        deq_valid,                                     // Narrower.cs
  input  wire        deq_ready,                                     // Narrower.cs
  output wire        deq                                            // Narrower.cs
);

  reg [15:0] rest;                                                  // Narrower.cs
  reg [4:0] left;                                                   // Narrower.cs

  assign enq_ready = left == 5'd0 || (left == 5'd1 && deq_ready);   // Narrower.cs
  assign deq_valid = left != 5'd0;                                  // Narrower.cs
  assign deq = rest[0];                                             // Narrower.cs

  initial begin
    rest = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      left <= 5'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Narrower.cs
        left <= 5'd16;                                              // Narrower.cs
      else if (deq_valid && deq_ready)                              // Narrower.cs
        left <= left - 5'd1;                                        // Narrower.cs
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Narrower.cs
      rest <= enq;                                                  // Narrower.cs
    else if (deq_valid && deq_ready)                                // Narrower.cs
      rest <= {1'b0, rest[15:1]};                                   // Narrower.cs
  end
endmodule

// StreamAlgebra, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module StreamAlgebra (
  input  wire        clock,
  input  wire        reset,
  input  wire        input_valid,                                   // Samples.cs
  output wire        input_ready,                                   // Samples.cs
  input  wire [15:0] input_,                                        // Samples.cs
  input  wire        words_valid,                                   // Samples.cs
  output wire        words_ready,                                   // Samples.cs
  input  wire [7:0]  words,                                         // Samples.cs
  output wire        output_valid,                                  // Samples.cs
  input  wire        output_ready,                                  // Samples.cs
  output wire [15:0] output_,                                       // Samples.cs
  output wire        line_valid,                                    // Samples.cs
  input  wire        line_ready,                                    // Samples.cs
  output wire        line,                                          // Samples.cs
  input  wire        stop                                           // Samples.cs
);

  wire even_ready;                                                  // Samples.cs
  wire joined_ready;                                                // Samples.cs
  wire halt_when_ready;                                             // Samples.cs

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

  assign even_pipe_deq_ready = even_ready || even_pipe_deq[0];      // Samples.cs
  assign copies_enq_valid = even_pipe_deq_valid && !even_pipe_deq[0];  // Samples.cs
  assign copies_deq_0_ready = joined_ready && wide_deq_valid;       // Samples.cs
  assign wide_deq_ready = joined_ready && copies_deq_0_valid;       // Samples.cs
  assign output_valid = copies_deq_0_valid && wide_deq_valid;       // Samples.cs
  assign output_ = copies_deq_0 + wide_deq;                         // Samples.cs
  assign joined_ready = output_ready;                               // Samples.cs
  assign copies_deq_1_ready = halt_when_ready && !stop;             // Samples.cs
  assign narrow_enq_valid = copies_deq_1_valid && !stop;            // Samples.cs

  Fifo_16x4 even_queue (                                            // Samples.cs
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

  Pipe_16 even_pipe (                                               // Samples.cs
    .clock     (clock),
    .reset     (reset),
    .enq_valid (even_queue_deq_valid),
    .enq_ready (even_pipe_enq_ready),
    .enq       (even_queue_deq),
    .deq_valid (even_pipe_deq_valid),
    .deq_ready (even_pipe_deq_ready),
    .deq       (even_pipe_deq)
  );

  Fork_2x16 copies (                                                // Samples.cs
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

  SkidBuffer_8 wide_skid (                                          // Samples.cs
    .clock     (clock),
    .reset     (reset),
    .enq_valid (words_valid),
    .enq_ready (words_ready),
    .enq       (words),
    .deq_valid (wide_skid_deq_valid),
    .deq_ready (wide_enq_ready),
    .deq       (wide_skid_deq)
  );

  Widener_8x2 wide (                                                // Samples.cs
    .clock     (clock),
    .reset     (reset),
    .enq_valid (wide_skid_deq_valid),
    .enq_ready (wide_enq_ready),
    .enq       (wide_skid_deq),
    .deq_valid (wide_deq_valid),
    .deq_ready (wide_deq_ready),
    .deq       (wide_deq)
  );

  Narrower_16x1 narrow (                                            // Samples.cs
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
