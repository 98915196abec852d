// RowBursts_64_24, described in hw/Vta.Hardware/Bus/RowBursts.cs
// Generated: change the description instead.
module RowBursts_64_24 (
  input  wire        clock,
  input  wire        reset,
  input  wire        command_valid,                                 // RowBursts.cs
  output wire        command_ready,                                 // RowBursts.cs
  input  wire [31:0] command_address,                               // RowBursts.cs
  input  wire [23:0] command_row_bytes,                             // RowBursts.cs
  input  wire [23:0] command_stride_bytes,                          // RowBursts.cs
  input  wire [15:0] command_rows,                                  // RowBursts.cs
  output wire        request_valid,                                 // RowBursts.cs
  input  wire        request_ready,                                 // RowBursts.cs
  output wire [28:0] request_word,                                  // RowBursts.cs
  output wire [6:0]  request_beats,                                 // RowBursts.cs
  output wire        request_last                                   // RowBursts.cs
);

  reg row_valid;                                                    // RowBursts.cs
  reg [31:0] row_address;                                           // RowBursts.cs
  reg [23:0] row_row_bytes;                                         // RowBursts.cs
  reg [23:0] row_stride_bytes;                                      // RowBursts.cs
  reg [15:0] row_rows;                                              // RowBursts.cs
  wire is_null;                                                     // RowBursts.cs
  wire is_last_row;                                                 // RowBursts.cs
  wire [22:0] row_beats;                                            // RowBursts.cs
  reg valid;                                                        // RowBursts.cs
  reg [28:0] word;                                                  // RowBursts.cs
  reg [22:0] left;                                                  // RowBursts.cs
  reg is_last;                                                      // RowBursts.cs
  wire [6:0] to_border;                                             // RowBursts.cs
  wire ends_row;                                                    // RowBursts.cs
  wire [6:0] beats;                                                 // RowBursts.cs
  wire takes_row;                                                   // RowBursts.cs

  assign is_null = row_rows == 16'd0;                               // RowBursts.cs
  assign is_last_row = row_rows <= 16'd1;                           // RowBursts.cs
  wire [24:0] row_beats_sum = {1'b0, row_row_bytes} + {22'd0, row_address[2:0]} + 25'd7;
  assign row_beats = {1'b0, row_beats_sum[24:3]};                   // RowBursts.cs
  assign to_border = 7'd64 - {1'b0, word[5:0]};                     // RowBursts.cs
  assign ends_row = {16'd0, to_border} >= left;                     // RowBursts.cs
  assign beats = ends_row ? left[6:0] : to_border;                  // RowBursts.cs
  assign takes_row = row_valid && (!valid || (request_ready && ends_row));  // RowBursts.cs
  assign command_ready = !row_valid || (takes_row && is_last_row);  // RowBursts.cs
  assign request_valid = valid;                                     // RowBursts.cs
  assign request_word = word;                                       // RowBursts.cs
  assign request_beats = beats;                                     // RowBursts.cs
  assign request_last = is_last && ends_row;                        // RowBursts.cs

  initial begin
    row_address = 32'd0;
    row_row_bytes = 24'd0;
    row_stride_bytes = 24'd0;
    row_rows = 16'd0;
    word = 29'd0;
    left = 23'd0;
    is_last = 1'b0;
  end

  always @(posedge clock) begin
    if (reset) begin
      row_valid <= 1'b0;
      valid <= 1'b0;
    end else begin
      if (command_valid && command_ready)                           // RowBursts.cs
        row_valid <= 1'b1;                                          // RowBursts.cs
      else if (takes_row)                                           // RowBursts.cs
        row_valid <= !is_last_row;                                  // RowBursts.cs
      if (takes_row)                                                // RowBursts.cs
        valid <= 1'b1;                                              // RowBursts.cs
      else if (request_valid && request_ready)                      // RowBursts.cs
        valid <= !ends_row;                                         // RowBursts.cs
    end
  end

  always @(posedge clock) begin
    if (command_valid && command_ready) begin                       // RowBursts.cs
      row_address <= command_address;                               // RowBursts.cs
      row_row_bytes <= command_row_bytes;                           // RowBursts.cs
      row_stride_bytes <= command_stride_bytes;                     // RowBursts.cs
      row_rows <= command_rows;                                     // RowBursts.cs
    end else if (takes_row) begin                                   // RowBursts.cs
      row_address <= row_address + {8'd0, row_stride_bytes};        // RowBursts.cs
      row_rows <= row_rows - 16'd1;                                 // RowBursts.cs
    end
    if (takes_row) begin                                            // RowBursts.cs
      word <= row_address[31:3];                                    // RowBursts.cs
      left <= is_null ? 23'd0 : row_beats;                          // RowBursts.cs
      is_last <= is_last_row;                                       // RowBursts.cs
    end else if (request_valid && request_ready) begin              // RowBursts.cs
      word <= word + {22'd0, beats};                                // RowBursts.cs
      left <= left - {16'd0, beats};                                // RowBursts.cs
    end
  end

  wire unused_ok = &{1'b0, row_beats_sum[2:0]};
endmodule
