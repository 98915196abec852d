// ElementWriter_inp_wgt, described in hw/Vta.Hardware/Dma/ElementWriter.cs
// Generated: change the description instead.
module ElementWriter_inp_wgt (
  input  wire        clock,
  input  wire        reset,
  input  wire        job_valid,
  output wire        job_ready,
  input  wire [1:0]  job_target,
  input  wire        job_is_empty,
  input  wire [15:0] job_sram_base,
  input  wire [15:0] job_x_size,
  input  wire [15:0] job_y_size,
  input  wire [20:0] job_gap_before,
  input  wire [4:0]  job_gap_between,
  input  wire [20:0] job_gap_behind,
  input  wire        job_first_lane,
  input  wire        job_lane_stride,
  input  wire [31:0] job_index,
  input  wire        beat_valid,
  output wire        beat_ready,
  input  wire [63:0] beat_data,
  input  wire        beat_error,
  output wire        write_valid,
  output wire [1:0]  write_target,
  output wire [15:0] write_index,
  output wire [7:0]  write_lanes,
  output wire [4:0]  write_part,
  output wire        write_is_padding,
  output wire [63:0] write_data,
  input  wire [1:0]  may_write,
  output wire        finishing,
  input  wire        may_finish,
  output wire        busy,
  output wire [31:0] index,
  output wire [3:0]  elements,
  output wire        fault_out_of_range,
  output wire        fault_bus,
  output wire [31:0] fault_index
);

  reg valid;
  reg [1:0] job_target_reg;
  reg [15:0] job_x_size_reg;
  reg [4:0] job_gap_between_reg;
  reg [20:0] job_gap_behind_reg;
  reg [31:0] job_index_reg;
  reg data_done;
  reg [16:0] index_reg;
  reg [15:0] x_left;
  reg [15:0] y_left;
  reg [4:0] part;
  reg lane;
  wire [4:0] last_part;
  wire [3:0] lanes_left;
  wire [3:0] fits;
  wire completes_element;
  wire [3:0] elements_wire;
  wire ends_row;
  reg pad_done;
  reg [16:0] pad_index;
  reg [20:0] pad_left;
  reg [15:0] pad_rows;
  wire is_past_end;
  wire is_pad_past_end;
  wire data_is_next;
  wire pad_is_next;
  wire may_write_wire;
  wire takes_beat;
  wire last_beat;
  wire writes_pad;
  wire ends_gap;
  wire last_gap;
  wire finishes;

  assign busy = valid;
  assign index = job_index_reg;
  assign last_part = job_target_reg[0] ? 5'd1 : 5'd31;
  assign lanes_left = 4'd1 - {3'd0, lane};
  assign fits = (x_left < {12'd0, lanes_left}) ? x_left[3:0] : lanes_left;
  assign completes_element = part == last_part;
  assign elements_wire = completes_element ? fits : 4'd0;
  assign ends_row = completes_element && x_left == {12'd0, fits};
  wire [16:0] index_reg_15_0_plus_fits_minus_1 = {1'b0, index_reg[15:0]} + {13'd0, fits - 4'd1};
  assign is_past_end = job_target_reg[0]
      ? |{index_reg[16] || index_reg_15_0_plus_fits_minus_1[16], index_reg_15_0_plus_fits_minus_1[15:11]}
      : |{index_reg[16] || index_reg_15_0_plus_fits_minus_1[16], index_reg_15_0_plus_fits_minus_1[15:10]};
  assign is_pad_past_end = job_target_reg[0] ? |pad_index[16:11] : |pad_index[16:10];
  assign data_is_next = pad_done || pad_rows < y_left;
  assign pad_is_next = data_done || pad_rows >= y_left;
  assign may_write_wire = valid && |(job_target_reg & may_write);
  assign beat_ready = may_write_wire && !data_done && (!is_past_end || data_is_next);
  assign takes_beat = beat_valid && beat_ready;
  assign last_beat = takes_beat && ends_row && y_left == 16'd1;
  assign writes_pad = may_write_wire && !pad_done && pad_left != 21'd0 && !takes_beat
      && (!is_pad_past_end || pad_is_next);
  assign ends_gap = valid && !pad_done && (pad_left == 21'd0 || (pad_left == 21'd1 && writes_pad));
  assign last_gap = ends_gap && pad_rows == 16'd0;
  assign finishing = valid && (data_done || last_beat) && (pad_done || last_gap);
  assign finishes = finishing && may_finish;
  assign job_ready = !valid || finishes;
  assign write_valid = takes_beat || writes_pad;
  assign write_target = job_target_reg;
  assign write_index = takes_beat ? index_reg[15:0] - {15'd0, lane} : pad_index[15:0];
  assign write_is_padding = !takes_beat;
  assign write_part = part;
  assign write_lanes = takes_beat ? (8'd255 << lane) & ~(8'd255 << ({4'd0, lane} + {1'b0, fits})) : 8'd1;
  assign write_data = takes_beat ? beat_data : 64'd0;
  assign elements = takes_beat ? elements_wire : 4'd0;
  assign fault_out_of_range = (takes_beat && is_past_end) || (writes_pad && is_pad_past_end);
  assign fault_bus = takes_beat && beat_error;
  assign fault_index = job_index_reg;

  initial begin
    job_target_reg = 2'd0;
    job_x_size_reg = 16'd0;
    job_gap_between_reg = 5'd0;
    job_gap_behind_reg = 21'd0;
    job_index_reg = 32'd0;
    data_done = 1'b0;
    index_reg = 17'd0;
    x_left = 16'd0;
    y_left = 16'd0;
    part = 5'd0;
    lane = 1'b0;
    pad_done = 1'b0;
    pad_index = 17'd0;
    pad_left = 21'd0;
    pad_rows = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (finishes)
        valid <= 1'b0;
      if (job_valid && job_ready)
        valid <= 1'b1;
    end
  end

  wire [16:0] index_sum = {1'b0, index_reg[15:0]}
      + {11'd0, {2'd0, elements_wire} + (ends_row ? {1'b0, job_gap_between_reg} : 6'd0)};
  wire [16:0] pad_index_15_0_plus_1 = {1'b0, pad_index[15:0]} + 17'd1;
  wire [17:0] pad_index_sum = {2'd0, pad_index[15:0]} + {1'b0, {1'b0, job_x_size_reg} + {16'd0, writes_pad}};
  wire [21:0] job_sram_base_plus_job_gap_before = {6'd0, job_sram_base} + {1'b0, job_gap_before};

  always @(posedge clock) begin
    if (takes_beat) begin
      part <= completes_element ? 5'd0 : part + 5'd1;
      x_left <= ends_row ? job_x_size_reg : x_left - {12'd0, elements_wire};
      index_reg <= {index_reg[16] || index_sum[16], index_sum[15:0]};
      if (ends_row) begin
        y_left <= y_left - 16'd1;
        lane <= 1'b0;
        data_done <= y_left == 16'd1;
      end else if (completes_element)
        lane <= 1'b0;
    end
    if (writes_pad) begin
      pad_left <= pad_left - 21'd1;
      pad_index <= {pad_index[16] || pad_index_15_0_plus_1[16], pad_index_15_0_plus_1[15:0]};
    end
    if (ends_gap) begin
      pad_index <= {pad_index[16] || |pad_index_sum[17:16], pad_index_sum[15:0]};
      pad_left <= (pad_rows == 16'd1) ? job_gap_behind_reg : {16'd0, job_gap_between_reg};
      pad_rows <= pad_rows - 16'd1;
      pad_done <= pad_rows == 16'd0;
    end
    if (job_valid && job_ready) begin
      job_target_reg <= job_target;
      job_x_size_reg <= job_x_size;
      job_gap_between_reg <= job_gap_between;
      job_gap_behind_reg <= job_gap_behind;
      job_index_reg <= job_index;
      data_done <= job_is_empty;
      index_reg <= {|job_sram_base_plus_job_gap_before[21:16], job_sram_base_plus_job_gap_before[15:0]};
      x_left <= job_x_size;
      y_left <= job_y_size;
      part <= 5'd0;
      lane <= 1'b0;
      pad_done <= job_is_empty;
      pad_index <= {1'b0, job_sram_base};
      pad_left <= job_gap_before;
      pad_rows <= job_y_size;
    end
  end

  wire unused_ok = &{1'b0, index_reg_15_0_plus_fits_minus_1[9:0], job_first_lane, job_lane_stride};
endmodule
