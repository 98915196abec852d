// Fifo_133x8, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 8
// Generated: change the description instead.
module Fifo_133x8 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Fifo.cs
  output wire        enq_ready,                                     // Fifo.cs
  input  wire [2:0]  enq_target,                                    // Fifo.cs
  input  wire        enq_is_empty,                                  // Fifo.cs
  input  wire [15:0] enq_sram_base,                                 // Fifo.cs
  input  wire [15:0] enq_x_size,                                    // Fifo.cs
  input  wire [15:0] enq_y_size,                                    // Fifo.cs
  input  wire [20:0] enq_gap_before,                                // Fifo.cs
  input  wire [4:0]  enq_gap_between,                               // Fifo.cs
  input  wire [20:0] enq_gap_behind,                                // Fifo.cs
  input  wire        enq_first_lane,                                // Fifo.cs
  input  wire        enq_lane_stride,                               // Fifo.cs
  input  wire [31:0] enq_index,                                     // Fifo.cs
  output wire        deq_valid,                                     // Fifo.cs
  input  wire        deq_ready,                                     // Fifo.cs
  output wire [2:0]  deq_target,                                    // Fifo.cs
  output wire        deq_is_empty,                                  // Fifo.cs
  output wire [15:0] deq_sram_base,                                 // Fifo.cs
  output wire [15:0] deq_x_size,                                    // Fifo.cs
  output wire [15:0] deq_y_size,                                    // Fifo.cs
  output wire [20:0] deq_gap_before,                                // Fifo.cs
  output wire [4:0]  deq_gap_between,                               // Fifo.cs
  output wire [20:0] deq_gap_behind,                                // Fifo.cs
  output wire        deq_first_lane,                                // Fifo.cs
  output wire        deq_lane_stride,                               // Fifo.cs
  output wire [31:0] deq_index,                                     // Fifo.cs
  output wire [3:0]  count                                          // Fifo.cs
);

  reg [2:0] head;                                                   // Fifo.cs
  reg [2:0] tail;                                                   // Fifo.cs
  reg [3:0] count_reg;                                              // Fifo.cs
  reg [132:0] words [0:7];                                          // Fifo.cs

  assign enq_ready = count_reg != 4'd8;                             // Fifo.cs
  assign deq_valid = count_reg != 4'd0;                             // Fifo.cs
  wire [132:0] words_at_head = words[head];
  assign deq_target = words_at_head[2:0];                           // Fifo.cs
  assign deq_is_empty = words_at_head[3];                           // Fifo.cs
  assign deq_sram_base = words_at_head[19:4];                       // Fifo.cs
  assign deq_x_size = words_at_head[35:20];                         // Fifo.cs
  assign deq_y_size = words_at_head[51:36];                         // Fifo.cs
  assign deq_gap_before = words_at_head[72:52];                     // Fifo.cs
  assign deq_gap_between = words_at_head[77:73];                    // Fifo.cs
  assign deq_gap_behind = words_at_head[98:78];                     // Fifo.cs
  assign deq_first_lane = words_at_head[99];                        // Fifo.cs
  assign deq_lane_stride = words_at_head[100];                      // Fifo.cs
  assign deq_index = words_at_head[132:101];                        // Fifo.cs
  assign count = count_reg;                                         // Fifo.cs

  always @(posedge clock) begin
    if (reset) begin
      head <= 3'd0;
      tail <= 3'd0;
      count_reg <= 4'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fifo.cs
        tail <= tail + 3'd1;                                        // Fifo.cs
      if (deq_valid && deq_ready)                                   // Fifo.cs
        head <= head + 3'd1;                                        // Fifo.cs
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))      // Fifo.cs
        count_reg <= count_reg + 4'd1;                              // Fifo.cs
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))  // Fifo.cs
        count_reg <= count_reg - 4'd1;                              // Fifo.cs
    end
  end

  initial begin : words_start
    integer n;
    for (n = 0; n < 8; n = n + 1)
      words[n] = 133'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Fifo.cs
      words[tail] <= {enq_index, enq_lane_stride, enq_first_lane, enq_gap_behind, enq_gap_between,  // Fifo.cs
          enq_gap_before, enq_y_size, enq_x_size, enq_sram_base, enq_is_empty, enq_target};
  end
endmodule
