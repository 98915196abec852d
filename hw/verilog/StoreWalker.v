// StoreWalker, described in hw/Vta.Hardware/Store/StoreWalker.cs
// Generated: change the description instead.
module StoreWalker (
  input  wire         clock,
  input  wire         reset,
  input  wire         job_valid,                                    // StoreWalker.cs
  output wire         job_ready,                                    // StoreWalker.cs
  input  wire [15:0]  job_sram_base,                                // StoreWalker.cs
  input  wire [15:0]  job_x_size,                                   // StoreWalker.cs
  input  wire [15:0]  job_y_size,                                   // StoreWalker.cs
  input  wire [8:0]   job_address,                                  // StoreWalker.cs
  input  wire [8:0]   job_stride,                                   // StoreWalker.cs
  input  wire [31:0]  job_index,                                    // StoreWalker.cs
  output wire         beat_valid,                                   // StoreWalker.cs
  input  wire         beat_ready,                                   // StoreWalker.cs
  output wire [63:0]  beat_data,                                    // StoreWalker.cs
  output wire [7:0]   beat_strobe,                                  // StoreWalker.cs
  output wire         beat_last,                                    // StoreWalker.cs
  output wire         read_enable,                                  // StoreWalker.cs
  output wire [10:0]  read_index,                                   // StoreWalker.cs
  input  wire [127:0] read_data,                                    // StoreWalker.cs
  output wire         elements,                                     // StoreWalker.cs
  output wire         fault_out_of_range,                           // StoreWalker.cs
  output wire         fault_illegal,                                // StoreWalker.cs
  output wire         fault_bus,                                    // StoreWalker.cs
  output wire [31:0]  fault_index,                                  // StoreWalker.cs
  output wire         busy                                          // StoreWalker.cs
);

  reg valid;                                                        // StoreWalker.cs
  reg [15:0] job_x_size_reg;                                        // StoreWalker.cs
  reg [8:0] job_stride_reg;                                         // StoreWalker.cs
  reg [31:0] job_index_reg;                                         // StoreWalker.cs
  reg [16:0] index;                                                 // StoreWalker.cs
  reg [15:0] x_left;                                                // StoreWalker.cs
  reg [15:0] y_left;                                                // StoreWalker.cs
  reg part;                                                         // StoreWalker.cs
  reg [8:0] address;                                                // StoreWalker.cs
  reg [8:0] row_address;                                            // StoreWalker.cs
  wire lane;                                                        // StoreWalker.cs
  wire lanes_left;                                                  // StoreWalker.cs
  wire fits;                                                        // StoreWalker.cs
  wire completes_element;                                           // StoreWalker.cs
  wire ends_row;                                                    // StoreWalker.cs
  wire ends_job;                                                    // StoreWalker.cs
  wire ends_burst;                                                  // StoreWalker.cs
  reg read_stage;                                                   // StoreWalker.cs
  wire reads;                                                       // StoreWalker.cs
  reg stage_part;                                                   // StoreWalker.cs
  reg stage_last;                                                   // StoreWalker.cs

  // ports of words_unit
  wire words_enq_ready;
  wire [63:0] words_enq_data;
  wire [2:0] words_count;

  assign lane = 1'b0;                                               // StoreWalker.cs
  assign lanes_left = 1'b1 - lane;                                  // StoreWalker.cs
  assign fits = (x_left < {15'd0, lanes_left}) ? x_left[0] : lanes_left;  // StoreWalker.cs
  assign completes_element = part;                                  // StoreWalker.cs
  assign ends_row = completes_element && x_left == {15'd0, fits};   // StoreWalker.cs
  assign ends_job = ends_row && y_left == 16'd1;                    // StoreWalker.cs
  assign ends_burst = ends_row || &address[8:3];                    // StoreWalker.cs
  assign reads = valid && {1'b0, words_count} + {3'd0, read_stage} < 4'd4;  // StoreWalker.cs
  assign read_enable = reads;                                       // StoreWalker.cs
  assign read_index = index[10:0] - {10'd0, lane};                  // StoreWalker.cs
  assign elements = (reads && completes_element) ? fits : 1'b0;     // StoreWalker.cs
  assign busy = valid || read_stage || beat_valid;                  // StoreWalker.cs
  assign job_ready = !valid || (reads && ends_job);                 // StoreWalker.cs
  wire [16:0] index_15_0_plus_fits_minus_1 = {1'b0, index[15:0]} + {16'd0, fits - 1'b1};
  assign fault_out_of_range = reads && (index[16] || |index_15_0_plus_fits_minus_1[16:11]);  // StoreWalker.cs
  assign fault_illegal = 1'b0;                                      // StoreWalker.cs
  assign fault_bus = 1'b0;                                          // StoreWalker.cs
  assign fault_index = job_index_reg;                               // StoreWalker.cs
  assign words_enq_data = read_data[{stage_part, 6'd0} +: 64];      // StoreWalker.cs

  Fifo_73x4 words_unit (                                            // StoreWalker.cs
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
      read_stage <= reads;                                          // StoreWalker.cs
      if (reads && ends_job)                                        // StoreWalker.cs
        valid <= 1'b0;                                              // StoreWalker.cs
      if (job_valid && job_ready)                                   // StoreWalker.cs
        valid <= 1'b1;                                              // StoreWalker.cs
    end
  end

  wire [16:0] index_15_0_plus_fits = {1'b0, index[15:0]} + {16'd0, fits};

  always @(posedge clock) begin
    if (reads) begin                                                // StoreWalker.cs
      part <= completes_element ? 1'b0 : part + 1'b1;               // StoreWalker.cs
      if (completes_element)                                        // StoreWalker.cs
        index <= {index[16] || index_15_0_plus_fits[16], index_15_0_plus_fits[15:0]};  // StoreWalker.cs
      x_left <= ends_row ? job_x_size_reg : x_left - {15'd0, completes_element ? fits : 1'b0};  // StoreWalker.cs
      address <= {address[8:3] + 6'd1, 3'd0};                       // StoreWalker.cs
      if (ends_row) begin                                           // StoreWalker.cs
        y_left <= y_left - 16'd1;                                   // StoreWalker.cs
        row_address <= row_address + job_stride_reg;                // StoreWalker.cs
        address <= row_address + job_stride_reg;                    // StoreWalker.cs
      end
    end
    if (job_valid && job_ready) begin                               // StoreWalker.cs
      job_x_size_reg <= job_x_size;                                 // StoreWalker.cs
      job_stride_reg <= job_stride;                                 // StoreWalker.cs
      job_index_reg <= job_index;                                   // StoreWalker.cs
      index <= {1'b0, job_sram_base};                               // StoreWalker.cs
      x_left <= job_x_size;                                         // StoreWalker.cs
      y_left <= job_y_size;                                         // StoreWalker.cs
      part <= 1'b0;                                                 // StoreWalker.cs
      address <= job_address;                                       // StoreWalker.cs
      row_address <= job_address;                                   // StoreWalker.cs
    end
    stage_part <= part;                                             // StoreWalker.cs
    stage_last <= ends_burst;                                       // StoreWalker.cs
  end

  wire unused_ok = &{1'b0, index_15_0_plus_fits_minus_1[10:0], address[2:0], words_enq_ready};
endmodule
