// InpBuffer, described in hw/Vta.Hardware/Buffers/OperandBuffer.cs
// Generated: change the description instead.
module InpBuffer (
  input  wire         clock,
  input  wire         write_valid,
  input  wire [1:0]   write_target,
  input  wire [15:0]  write_index,
  input  wire [7:0]   write_lanes,
  input  wire [4:0]   write_part,
  input  wire         write_is_padding,
  input  wire [63:0]  write_data,
  input  wire         read_enable,
  input  wire [10:0]  read_index,
  output wire [127:0] read_data
);

  // ports of buffer
  wire buffer_write_valid;
  wire [10:0] buffer_write_index;
  wire buffer_write_lanes;
  wire [1:0] buffer_write_parts;

  genvar i;

  assign buffer_write_valid = write_valid && write_target[0];
  assign buffer_write_index = write_index[10:0];
  assign buffer_write_lanes = write_lanes[0];

  wire [1:0] buffer_write_parts_conditions;
  generate
    for (i = 0; i < 2; i = i + 1) begin : buffer_write_parts_conditions_lane
      wire lane = i[0];
      assign buffer_write_parts_conditions[i] = write_part[0] == lane;
    end
  endgenerate

  assign buffer_write_parts = write_is_padding ? 2'd3 : buffer_write_parts_conditions;

  Buffer_inp buffer (
    .clock       (clock),
    .write_valid (buffer_write_valid),
    .write_index (buffer_write_index),
    .write_lanes (buffer_write_lanes),
    .write_parts (buffer_write_parts),
    .write_data  (write_data),
    .read_enable (read_enable),
    .read_index  (read_index),
    .read_data   (read_data)
  );

  wire unused_ok = &{1'b0, write_target[1], write_index[15:11], write_lanes[7:1], write_part[4:1]};
endmodule
