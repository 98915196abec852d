// Accumulators, described in hw/Vta.Hardware/Computing/Accumulators.cs
// Generated: change the description instead.
module Accumulators (
  input  wire         clock,
  input  wire         load_valid,
  input  wire [2:0]   load_target,
  input  wire [15:0]  load_index,
  input  wire [7:0]   load_lanes,
  input  wire [2:0]   load_part,
  input  wire         load_is_padding,
  input  wire [63:0]  load_data,
  input  wire         step_valid,
  input  wire [10:0]  step_index,
  input  wire [511:0] step_data,
  input  wire         read_enable,
  input  wire [10:0]  dst_index,
  output wire [511:0] dst_data,
  input  wire [10:0]  src_index,
  output wire [511:0] src_data,
  input  wire         out_read_enable,
  input  wire [10:0]  out_read_index,
  output wire [127:0] out_read_data
);

  wire is_wide;
  wire valid;
  wire [255:0] data;
  wire [7:0] written_parts;

  // ports of dst
  wire [10:0] dst_write_index;
  wire dst_write_lanes;

  // ports of src
  wire [10:0] src_write_index;
  wire src_write_lanes;

  // ports of outputs
  wire [10:0] outputs_write_index;
  wire outputs_write_lanes;
  wire [63:0] outputs_write_data;
  wire [127:0] outputs_element_data;

  genvar i;

  assign is_wide = load_target[2];
  assign valid = load_valid && (is_wide || load_target[1]);

  wire [255:0] data_values;
  generate
    for (i = 0; i < 8; i = i + 1) begin : data_values_lane
      assign data_values[i*32 +: 32] = {{24{load_data[i*8 + 7]}}, load_data[i*8 +: 8]};
    end
  endgenerate

  assign data = is_wide ? data_values : {4{load_data}};

  wire [1:0] written_parts_conditions;
  generate
    for (i = 0; i < 2; i = i + 1) begin : written_parts_conditions_lane
      wire lane = i[0];
      assign written_parts_conditions[i] = load_part[0] == lane;
    end
  endgenerate

  wire [7:0] written_parts_bits;
  generate
    for (i = 0; i < 2; i = i + 1) begin : written_parts_bits_lane
      assign written_parts_bits[i*4 +: 4] = {4{written_parts_conditions[i]}};
    end
  endgenerate

  wire [7:0] written_parts_conditions_2;
  generate
    for (i = 0; i < 8; i = i + 1) begin : written_parts_conditions_2_lane
      wire [2:0] lane_2 = i[2:0];
      assign written_parts_conditions_2[i] = load_part == lane_2;
    end
  endgenerate

  assign written_parts = load_is_padding ? 8'd255 : is_wide ? written_parts_bits : written_parts_conditions_2;
  assign dst_write_index = load_index[10:0];
  assign dst_write_lanes = load_lanes[0];
  assign src_write_index = load_index[10:0];
  assign src_write_lanes = load_lanes[0];
  assign outputs_write_index = load_index[10:0];
  assign outputs_write_lanes = load_lanes[0];

  generate
    for (i = 0; i < 8; i = i + 1) begin : outputs_write_data_lane
      assign outputs_write_data[i*8 +: 8] = data[i*32 +: 8];
    end
  endgenerate

  generate
    for (i = 0; i < 16; i = i + 1) begin : outputs_element_data_lane
      assign outputs_element_data[i*8 +: 8] = step_data[i*32 +: 8];
    end
  endgenerate

  Buffer_acc dst (
    .clock         (clock),
    .write_valid   (valid),
    .write_index   (dst_write_index),
    .write_lanes   (dst_write_lanes),
    .write_parts   (written_parts),
    .write_data    (data),
    .element_valid (step_valid),
    .element_index (step_index),
    .element_data  (step_data),
    .read_enable   (read_enable),
    .read_index    (dst_index),
    .read_data     (dst_data)
  );

  Buffer_acc src (
    .clock         (clock),
    .write_valid   (valid),
    .write_index   (src_write_index),
    .write_lanes   (src_write_lanes),
    .write_parts   (written_parts),
    .write_data    (data),
    .element_valid (step_valid),
    .element_index (step_index),
    .element_data  (step_data),
    .read_enable   (read_enable),
    .read_index    (src_index),
    .read_data     (src_data)
  );

  Buffer_out outputs (
    .clock         (clock),
    .write_valid   (valid),
    .write_index   (outputs_write_index),
    .write_lanes   (outputs_write_lanes),
    .write_parts   (written_parts),
    .write_data    (outputs_write_data),
    .element_valid (step_valid),
    .element_index (step_index),
    .element_data  (outputs_element_data),
    .read_enable   (out_read_enable),
    .read_index    (out_read_index),
    .read_data     (out_read_data)
  );

  wire unused_ok = &{1'b0, load_target[0], load_index[15:11], load_lanes[7:1]};
endmodule
