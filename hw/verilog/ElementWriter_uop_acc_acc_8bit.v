// ElementWriter_uop_acc_acc_8bit, described in hw/Vta.Hardware/Dma/ElementWriter.cs
// Generated: change the description instead.
module ElementWriter_uop_acc_acc_8bit (
  input  wire        clock,
  input  wire        reset,
  input  wire        job_valid,                                     // ElementWriter.cs
  output wire        job_ready,                                     // ElementWriter.cs
  input  wire [2:0]  job_target,                                    // ElementWriter.cs
  input  wire        job_is_empty,                                  // ElementWriter.cs
  input  wire [15:0] job_sram_base,                                 // ElementWriter.cs
  input  wire [15:0] job_x_size,                                    // ElementWriter.cs
  input  wire [15:0] job_y_size,                                    // ElementWriter.cs
  input  wire [20:0] job_gap_before,                                // ElementWriter.cs
  input  wire [4:0]  job_gap_between,                               // ElementWriter.cs
  input  wire [20:0] job_gap_behind,                                // ElementWriter.cs
  input  wire        job_first_lane,                                // ElementWriter.cs
  input  wire        job_lane_stride,                               // ElementWriter.cs
  input  wire [31:0] job_index,                                     // ElementWriter.cs
  input  wire        beat_valid,                                    // ElementWriter.cs
  output wire        beat_ready,                                    // ElementWriter.cs
  input  wire [63:0] beat_data,                                     // ElementWriter.cs
  input  wire        beat_error,                                    // ElementWriter.cs
  output wire        write_valid,                                   // ElementWriter.cs
  output wire [2:0]  write_target,                                  // ElementWriter.cs
  output wire [15:0] write_index,                                   // ElementWriter.cs
  output wire [7:0]  write_lanes,                                   // ElementWriter.cs
  output wire [2:0]  write_part,                                    // ElementWriter.cs
  output wire        write_is_padding,                              // ElementWriter.cs
  output wire [63:0] write_data,                                    // ElementWriter.cs
  input  wire [2:0]  may_write,                                     // ElementWriter.cs
  output wire        finishing,                                     // ElementWriter.cs
  input  wire        may_finish,                                    // ElementWriter.cs
  output wire        busy,                                          // ElementWriter.cs
  output wire [31:0] index,                                         // ElementWriter.cs
  output wire [3:0]  elements,                                      // ElementWriter.cs
  output wire        fault_out_of_range,                            // ElementWriter.cs
  output wire        fault_illegal,                                 // ElementWriter.cs
  output wire        fault_bus,                                     // ElementWriter.cs
  output wire [31:0] fault_index                                    // ElementWriter.cs
);

  reg valid;                                                        // ElementWriter.cs
  reg [2:0] job_target_reg;                                         // ElementWriter.cs
  reg [15:0] job_x_size_reg;                                        // ElementWriter.cs
  reg [4:0] job_gap_between_reg;                                    // ElementWriter.cs
  reg [20:0] job_gap_behind_reg;                                    // ElementWriter.cs
  reg job_lane_stride_reg;                                          // ElementWriter.cs
  reg [31:0] job_index_reg;                                         // ElementWriter.cs
  reg data_done;                                                    // ElementWriter.cs
  reg [16:0] index_reg;                                             // ElementWriter.cs
  reg [15:0] x_left;                                                // ElementWriter.cs
  reg [15:0] y_left;                                                // ElementWriter.cs
  reg [2:0] part;                                                   // ElementWriter.cs
  reg lane;                                                         // ElementWriter.cs
  reg row_lane;                                                     // ElementWriter.cs
  wire [2:0] last_part;                                             // ElementWriter.cs
  wire [3:0] lanes_left;                                            // ElementWriter.cs
  wire [3:0] fits;                                                  // ElementWriter.cs
  wire completes_element;                                           // ElementWriter.cs
  wire [3:0] elements_wire;                                         // ElementWriter.cs
  wire ends_row;                                                    // ElementWriter.cs
  reg pad_done;                                                     // ElementWriter.cs
  reg [16:0] pad_index;                                             // ElementWriter.cs
  reg [20:0] pad_left;                                              // ElementWriter.cs
  reg [15:0] pad_rows;                                              // ElementWriter.cs
  wire is_past_end;                                                 // ElementWriter.cs
  wire is_pad_past_end;                                             // ElementWriter.cs
  wire data_is_next;                                                // ElementWriter.cs
  wire pad_is_next;                                                 // ElementWriter.cs
  wire may_write_wire;                                              // ElementWriter.cs
  wire takes_beat;                                                  // ElementWriter.cs
  wire last_beat;                                                   // ElementWriter.cs
  wire writes_pad;                                                  // ElementWriter.cs
  wire ends_gap;                                                    // ElementWriter.cs
  wire last_gap;                                                    // ElementWriter.cs
  wire finishes;                                                    // ElementWriter.cs

  assign busy = valid;                                              // ElementWriter.cs
  assign index = job_index_reg;                                     // ElementWriter.cs
  assign last_part = job_target_reg[0] ? 3'd0 : job_target_reg[1] ? 3'd7 : 3'd1;  // ElementWriter.cs
  assign lanes_left = (job_target_reg[0] ? 4'd2 : job_target_reg[1] ? 4'd1 : 4'd1) - {3'd0, lane};  // ElementWriter.cs
  assign fits = (x_left < {12'd0, lanes_left}) ? x_left[3:0] : lanes_left;  // ElementWriter.cs
  assign completes_element = part == last_part;                     // ElementWriter.cs
  assign elements_wire = completes_element ? fits : 4'd0;           // ElementWriter.cs
  assign ends_row = completes_element && x_left == {12'd0, fits};   // ElementWriter.cs
  wire [16:0] index_reg_15_0_plus_fits_minus_1 = {1'b0, index_reg[15:0]} + {13'd0, fits - 4'd1};
  wire is_past_end_condition = index_reg[16] || index_reg_15_0_plus_fits_minus_1[16];
  assign is_past_end = job_target_reg[0] ? |{is_past_end_condition, index_reg_15_0_plus_fits_minus_1[15:13]}  // ElementWriter.cs
      : job_target_reg[1] ? |{is_past_end_condition, index_reg_15_0_plus_fits_minus_1[15:11]}
      : |{is_past_end_condition, index_reg_15_0_plus_fits_minus_1[15:11]};
  assign is_pad_past_end = job_target_reg[0] ? |pad_index[16:13] : job_target_reg[1] ? |pad_index[16:11]  // ElementWriter.cs
      : |pad_index[16:11];
  assign data_is_next = pad_done || pad_rows < y_left;              // ElementWriter.cs
  assign pad_is_next = data_done || pad_rows >= y_left;             // ElementWriter.cs
  assign may_write_wire = valid && |(job_target_reg & may_write);   // ElementWriter.cs
  assign beat_ready = may_write_wire && !data_done && (!is_past_end || data_is_next);  // ElementWriter.cs
  assign takes_beat = beat_valid && beat_ready;                     // ElementWriter.cs
  assign last_beat = takes_beat && ends_row && y_left == 16'd1;     // ElementWriter.cs
  assign writes_pad = may_write_wire && !pad_done && pad_left != 21'd0 && !takes_beat  // ElementWriter.cs
      && (!is_pad_past_end || pad_is_next);
  assign ends_gap = valid && !pad_done && (pad_left == 21'd0 || (pad_left == 21'd1 && writes_pad));  // ElementWriter.cs
  assign last_gap = ends_gap && pad_rows == 16'd0;                  // ElementWriter.cs
  assign finishing = valid && (data_done || last_beat) && (pad_done || last_gap);  // ElementWriter.cs
  assign finishes = finishing && may_finish;                        // ElementWriter.cs
  assign job_ready = !valid || finishes;                            // ElementWriter.cs
  assign write_valid = takes_beat || writes_pad;                    // ElementWriter.cs
  assign write_target = job_target_reg;                             // ElementWriter.cs
  assign write_index = takes_beat ? index_reg[15:0] - {15'd0, lane} : pad_index[15:0];  // ElementWriter.cs
  assign write_is_padding = !takes_beat;                            // ElementWriter.cs
  assign write_part = part;                                         // ElementWriter.cs
  assign write_lanes = takes_beat ? (8'd255 << lane) & ~(8'd255 << ({4'd0, lane} + {1'b0, fits})) : 8'd1;  // ElementWriter.cs
  assign write_data = takes_beat ? beat_data : 64'd0;               // ElementWriter.cs
  assign elements = takes_beat ? elements_wire : 4'd0;              // ElementWriter.cs
  assign fault_out_of_range = (takes_beat && is_past_end) || (writes_pad && is_pad_past_end);  // ElementWriter.cs
  assign fault_illegal = 1'b0;                                      // ElementWriter.cs
  assign fault_bus = takes_beat && beat_error;                      // ElementWriter.cs
  assign fault_index = job_index_reg;                               // ElementWriter.cs

  initial begin
    job_target_reg = 3'd0;
    job_x_size_reg = 16'd0;
    job_gap_between_reg = 5'd0;
    job_gap_behind_reg = 21'd0;
    job_lane_stride_reg = 1'b0;
    job_index_reg = 32'd0;
    data_done = 1'b0;
    index_reg = 17'd0;
    x_left = 16'd0;
    y_left = 16'd0;
    part = 3'd0;
    lane = 1'b0;
    row_lane = 1'b0;
    pad_done = 1'b0;
    pad_index = 17'd0;
    pad_left = 21'd0;
    pad_rows = 16'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (finishes)                                                 // ElementWriter.cs
        valid <= 1'b0;                                              // ElementWriter.cs
      if (job_valid && job_ready)                                   // ElementWriter.cs
        valid <= 1'b1;                                              // ElementWriter.cs
    end
  end

  wire [16:0] index_sum = {1'b0, index_reg[15:0]}
      + {11'd0, {2'd0, elements_wire} + (ends_row ? {1'b0, job_gap_between_reg} : 6'd0)};
  wire [16:0] pad_index_15_0_plus_1 = {1'b0, pad_index[15:0]} + 17'd1;
  wire [17:0] pad_index_sum = {2'd0, pad_index[15:0]} + {1'b0, {1'b0, job_x_size_reg} + {16'd0, writes_pad}};
  wire [21:0] job_sram_base_plus_job_gap_before = {6'd0, job_sram_base} + {1'b0, job_gap_before};

  always @(posedge clock) begin
    if (takes_beat) begin                                           // ElementWriter.cs
      part <= completes_element ? 3'd0 : part + 3'd1;               // ElementWriter.cs
      x_left <= ends_row ? job_x_size_reg : x_left - {12'd0, elements_wire};  // ElementWriter.cs
      index_reg <= {index_reg[16] || index_sum[16], index_sum[15:0]};  // ElementWriter.cs
      if (ends_row) begin                                           // ElementWriter.cs
        y_left <= y_left - 16'd1;                                   // ElementWriter.cs
        row_lane <= row_lane + job_lane_stride_reg;                 // ElementWriter.cs
        lane <= row_lane + job_lane_stride_reg && job_target_reg[0];  // ElementWriter.cs
        data_done <= y_left == 16'd1;                               // ElementWriter.cs
      end else if (completes_element)                               // ElementWriter.cs
        lane <= 1'b0;                                               // ElementWriter.cs
    end
    if (writes_pad) begin                                           // ElementWriter.cs
      pad_left <= pad_left - 21'd1;                                 // ElementWriter.cs
      pad_index <= {pad_index[16] || pad_index_15_0_plus_1[16], pad_index_15_0_plus_1[15:0]};  // ElementWriter.cs
    end
    if (ends_gap) begin                                             // ElementWriter.cs
      pad_index <= {pad_index[16] || |pad_index_sum[17:16], pad_index_sum[15:0]};  // ElementWriter.cs
      pad_left <= (pad_rows == 16'd1) ? job_gap_behind_reg : {16'd0, job_gap_between_reg};  // ElementWriter.cs
      pad_rows <= pad_rows - 16'd1;                                 // ElementWriter.cs
      pad_done <= pad_rows == 16'd0;                                // ElementWriter.cs
    end
    if (job_valid && job_ready) begin                               // ElementWriter.cs
      job_target_reg <= job_target;                                 // ElementWriter.cs
      job_x_size_reg <= job_x_size;                                 // ElementWriter.cs
      job_gap_between_reg <= job_gap_between;                       // ElementWriter.cs
      job_gap_behind_reg <= job_gap_behind;                         // ElementWriter.cs
      job_lane_stride_reg <= job_lane_stride;                       // ElementWriter.cs
      job_index_reg <= job_index;                                   // ElementWriter.cs
      data_done <= job_is_empty;                                    // ElementWriter.cs
      index_reg <= {|job_sram_base_plus_job_gap_before[21:16], job_sram_base_plus_job_gap_before[15:0]};  // ElementWriter.cs
      x_left <= job_x_size;                                         // ElementWriter.cs
      y_left <= job_y_size;                                         // ElementWriter.cs
      part <= 3'd0;                                                 // ElementWriter.cs
      row_lane <= job_first_lane;                                   // ElementWriter.cs
      lane <= job_first_lane && job_target[0];                      // ElementWriter.cs
      pad_done <= job_is_empty;                                     // ElementWriter.cs
      pad_index <= {1'b0, job_sram_base};                           // ElementWriter.cs
      pad_left <= job_gap_before;                                   // ElementWriter.cs
      pad_rows <= job_y_size;                                       // ElementWriter.cs
    end
  end

  wire unused_ok = &{1'b0, index_reg_15_0_plus_fits_minus_1[10:0]};
endmodule
