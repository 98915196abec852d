// Fifo_132x8, described in src/Vta.Hdl/Library/Fifo.cs
//   depth = 8
// Generated: change the description instead.
module Fifo_132x8 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [1:0]  enq_target,
  input  wire        enq_is_empty,
  input  wire [15:0] enq_sram_base,
  input  wire [15:0] enq_x_size,
  input  wire [15:0] enq_y_size,
  input  wire [20:0] enq_gap_before,
  input  wire [4:0]  enq_gap_between,
  input  wire [20:0] enq_gap_behind,
  input  wire        enq_first_lane,
  input  wire        enq_lane_stride,
  input  wire [31:0] enq_index,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [1:0]  deq_target,
  output wire        deq_is_empty,
  output wire [15:0] deq_sram_base,
  output wire [15:0] deq_x_size,
  output wire [15:0] deq_y_size,
  output wire [20:0] deq_gap_before,
  output wire [4:0]  deq_gap_between,
  output wire [20:0] deq_gap_behind,
  output wire        deq_first_lane,
  output wire        deq_lane_stride,
  output wire [31:0] deq_index,
  output wire [3:0]  count
);

  reg [2:0] head;
  reg [2:0] tail;
  reg [3:0] count_reg;
  reg [131:0] words [0:7];

  assign enq_ready = count_reg != 4'd8;
  assign deq_valid = count_reg != 4'd0;
  wire [131:0] words_at_head = words[head];
  assign deq_target = words_at_head[1:0];
  assign deq_is_empty = words_at_head[2];
  assign deq_sram_base = words_at_head[18:3];
  assign deq_x_size = words_at_head[34:19];
  assign deq_y_size = words_at_head[50:35];
  assign deq_gap_before = words_at_head[71:51];
  assign deq_gap_between = words_at_head[76:72];
  assign deq_gap_behind = words_at_head[97:77];
  assign deq_first_lane = words_at_head[98];
  assign deq_lane_stride = words_at_head[99];
  assign deq_index = words_at_head[131:100];
  assign count = count_reg;

  always @(posedge clock) begin
    if (reset) begin
      head <= 3'd0;
      tail <= 3'd0;
      count_reg <= 4'd0;
    end else begin
      if (enq_valid && enq_ready)
        tail <= tail + 3'd1;
      if (deq_valid && deq_ready)
        head <= head + 3'd1;
      if (enq_valid && enq_ready && !(deq_valid && deq_ready))
        count_reg <= count_reg + 4'd1;
      else if (deq_valid && deq_ready && !(enq_valid && enq_ready))
        count_reg <= count_reg - 4'd1;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : words_start
    integer n;
    for (n = 0; n < 8; n = n + 1)
      words[n] = 132'd0;
  end
  `endif

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      words[tail] <= {enq_index, enq_lane_stride, enq_first_lane, enq_gap_behind, enq_gap_between,
          enq_gap_before, enq_y_size, enq_x_size, enq_sram_base, enq_is_empty, enq_target};
  end
endmodule
