// UopBuffer, described in hw/Vta.Hardware/Buffers/OperandBuffer.cs
// Generated: change the description instead.
module UopBuffer (
  input  wire        clock,
  input  wire        write_valid,
  input  wire [2:0]  write_target,
  input  wire [15:0] write_index,
  input  wire [7:0]  write_lanes,
  input  wire [2:0]  write_part,
  input  wire        write_is_padding,
  input  wire [63:0] write_data,
  input  wire        read_enable,
  input  wire [12:0] read_index,
  output wire [31:0] read_data
);

  // ports of buffer
  wire buffer_write_valid;
  wire [12:0] buffer_write_index;
  wire [1:0] buffer_write_lanes;

  assign buffer_write_valid = write_valid && write_target[0];
  assign buffer_write_index = write_index[12:0];
  assign buffer_write_lanes = write_lanes[1:0];

  Buffer_uop buffer (
    .clock       (clock),
    .write_valid (buffer_write_valid),
    .write_index (buffer_write_index),
    .write_lanes (buffer_write_lanes),
    .write_parts (1'b1),
    .write_data  (write_data),
    .read_enable (read_enable),
    .read_index  (read_index),
    .read_data   (read_data)
  );

  wire unused_ok = &{1'b0, write_target[2:1], write_index[15:13], write_lanes[7:2], write_part,
      write_is_padding};
endmodule
