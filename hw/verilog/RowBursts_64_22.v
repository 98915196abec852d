// RowBursts_64_22, described in hw/Vta.Hardware/Bus/RowBursts.cs
// Generated: change the description instead.
module RowBursts_64_22 (
  input  wire        clock,
  input  wire        reset,
  input  wire        command_valid,
  output wire        command_ready,
  input  wire [31:0] command_address,
  input  wire [21:0] command_row_bytes,
  input  wire [21:0] command_stride_bytes,
  input  wire [15:0] command_rows,
  output wire        request_valid,
  input  wire        request_ready,
  output wire [28:0] request_word,
  output wire [6:0]  request_beats,
  output wire        request_last
);

  reg row_valid;
  reg [31:0] row_address;
  reg [21:0] row_row_bytes;
  reg [21:0] row_stride_bytes;
  reg [15:0] row_rows;
  wire is_null;
  wire is_last_row;
  wire [20:0] row_beats;
  reg valid;
  reg [28:0] word;
  reg [20:0] left;
  reg is_last;
  wire [6:0] to_border;
  wire ends_row;
  wire [6:0] beats;
  wire takes_row;

  assign is_null = row_rows == 16'd0;
  assign is_last_row = row_rows <= 16'd1;
  wire [22:0] row_beats_sum = {1'b0, row_row_bytes} + {20'd0, row_address[2:0]} + 23'd7;
  assign row_beats = {1'b0, row_beats_sum[22:3]};
  assign to_border = 7'd64 - {1'b0, word[5:0]};
  assign ends_row = {14'd0, to_border} >= left;
  assign beats = ends_row ? left[6:0] : to_border;
  assign takes_row = row_valid && (!valid || (request_ready && ends_row));
  assign command_ready = !row_valid || (takes_row && is_last_row);
  assign request_valid = valid;
  assign request_word = word;
  assign request_beats = beats;
  assign request_last = is_last && ends_row;

  initial begin
    row_address = 32'd0;
    row_row_bytes = 22'd0;
    row_stride_bytes = 22'd0;
    row_rows = 16'd0;
    word = 29'd0;
    left = 21'd0;
    is_last = 1'b0;
  end

  always @(posedge clock) begin
    if (reset) begin
      row_valid <= 1'b0;
      valid <= 1'b0;
    end else begin
      if (command_valid && command_ready)
        row_valid <= 1'b1;
      else if (takes_row)
        row_valid <= !is_last_row;
      if (takes_row)
        valid <= 1'b1;
      else if (request_valid && request_ready)
        valid <= !ends_row;
    end
  end

  always @(posedge clock) begin
    if (command_valid && command_ready) begin
      row_address <= command_address;
      row_row_bytes <= command_row_bytes;
      row_stride_bytes <= command_stride_bytes;
      row_rows <= command_rows;
    end else if (takes_row) begin
      row_address <= row_address + {10'd0, row_stride_bytes};
      row_rows <= row_rows - 16'd1;
    end
    if (takes_row) begin
      word <= row_address[31:3];
      left <= is_null ? 21'd0 : row_beats;
      is_last <= is_last_row;
    end else if (request_valid && request_ready) begin
      word <= word + {22'd0, beats};
      left <= left - {14'd0, beats};
    end
  end

  wire unused_ok = &{1'b0, row_beats_sum[2:0]};
endmodule
