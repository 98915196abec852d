// StoreWalker, described in hw/Vta.Hardware/Storing/StoreWalker.cs
// Generated: change the description instead.
module StoreWalker (
  input  wire         clock,
  input  wire         reset,
  input  wire         job_valid,
  output wire         job_ready,
  input  wire [15:0]  job_sram_base,
  input  wire [15:0]  job_x_size,
  input  wire [15:0]  job_y_size,
  input  wire [8:0]   job_address,
  input  wire [8:0]   job_stride,
  input  wire [31:0]  job_index,
  output wire         beat_valid,
  input  wire         beat_ready,
  output wire [63:0]  beat_data,
  output wire [7:0]   beat_strobe,
  output wire         beat_last,
  output wire         read_enable,
  output wire [10:0]  read_index,
  input  wire [127:0] read_data,
  output wire         elements,
  output wire         fault_out_of_range,
  output wire [31:0]  fault_index,
  output wire         busy
);

  reg valid;
  reg [15:0] job_x_size_reg;
  reg [8:0] job_stride_reg;
  reg [31:0] job_index_reg;
  reg [16:0] index;
  reg [15:0] x_left;
  reg [15:0] y_left;
  reg part;
  reg [8:0] address;
  reg [8:0] row_address;
  wire lane;
  wire lanes_left;
  wire fits;
  wire completes_element;
  wire ends_row;
  wire ends_job;
  wire ends_burst;
  reg read_stage;
  wire reads;
  reg stage_part;
  reg stage_last;

  // ports of words_unit
  wire words_enq_ready;
  wire [63:0] words_enq_data;
  wire [2:0] words_count;

  assign lane = 1'b0;
  assign lanes_left = 1'b1 - lane;
  assign fits = (x_left < {15'd0, lanes_left}) ? x_left[0] : lanes_left;
  assign completes_element = part;
  assign ends_row = completes_element && x_left == {15'd0, fits};
  assign ends_job = ends_row && y_left == 16'd1;
  assign ends_burst = ends_row || &address[8:3];
  assign reads = valid && {1'b0, words_count} + {3'd0, read_stage} < 4'd4;
  assign read_enable = reads;
  assign read_index = index[10:0] - {10'd0, lane};
  assign elements = (reads && completes_element) ? fits : 1'b0;
  assign busy = valid || read_stage || beat_valid;
  assign job_ready = !valid || (reads && ends_job);
  wire [16:0] index_15_0_plus_fits_minus_1 = {1'b0, index[15:0]} + {16'd0, fits - 1'b1};
  assign fault_out_of_range = reads && (index[16] || |index_15_0_plus_fits_minus_1[16:11]);
  assign fault_index = job_index_reg;
  assign words_enq_data = read_data[{stage_part, 6'd0} +: 64];

  Fifo_73x4 words_unit (
    .clock      (clock),
    .reset      (reset),
    .enq_valid  (read_stage),
    .enq_ready  (words_enq_ready),
    .enq_data   (words_enq_data),
    .enq_strobe (8'd255),
    .enq_last   (stage_last),
    .deq_valid  (beat_valid),
    .deq_ready  (beat_ready),
    .deq_data   (beat_data),
    .deq_strobe (beat_strobe),
    .deq_last   (beat_last),
    .count      (words_count)
  );

  initial begin
    job_x_size_reg = 16'd0;
    job_stride_reg = 9'd0;
    job_index_reg = 32'd0;
    index = 17'd0;
    x_left = 16'd0;
    y_left = 16'd0;
    part = 1'b0;
    address = 9'd0;
    row_address = 9'd0;
    stage_part = 1'b0;
    stage_last = 1'b0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
      read_stage <= 1'b0;
    end else begin
      read_stage <= reads;
      if (reads && ends_job)
        valid <= 1'b0;
      if (job_valid && job_ready)
        valid <= 1'b1;
    end
  end

  wire [16:0] index_15_0_plus_fits = {1'b0, index[15:0]} + {16'd0, fits};

  always @(posedge clock) begin
    if (reads) begin
      part <= completes_element ? 1'b0 : part + 1'b1;
      if (completes_element)
        index <= {index[16] || index_15_0_plus_fits[16], index_15_0_plus_fits[15:0]};
      x_left <= ends_row ? job_x_size_reg : x_left - {15'd0, completes_element ? fits : 1'b0};
      address <= {address[8:3] + 6'd1, 3'd0};
      if (ends_row) begin
        y_left <= y_left - 16'd1;
        row_address <= row_address + job_stride_reg;
        address <= row_address + job_stride_reg;
      end
    end
    if (job_valid && job_ready) begin
      job_x_size_reg <= job_x_size;
      job_stride_reg <= job_stride;
      job_index_reg <= job_index;
      index <= {1'b0, job_sram_base};
      x_left <= job_x_size;
      y_left <= job_y_size;
      part <= 1'b0;
      address <= job_address;
      row_address <= job_address;
    end
    stage_part <= part;
    stage_last <= ends_burst;
  end

  wire unused_ok = &{1'b0, index_15_0_plus_fits_minus_1[10:0], address[2:0], words_enq_ready};
endmodule
