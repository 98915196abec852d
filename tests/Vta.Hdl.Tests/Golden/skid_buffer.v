// SkidBuffer_8, described in src/Vta.Hdl/Library/SkidBuffer.cs
// Generated: change the description instead.
module SkidBuffer_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // SkidBuffer.cs
  output wire       enq_ready,                                      // SkidBuffer.cs
  input  wire [7:0] enq,                                            // SkidBuffer.cs
  output wire       deq_valid,                                      // SkidBuffer.cs
  input  wire       deq_ready,                                      // SkidBuffer.cs
  output wire [7:0] deq                                             // SkidBuffer.cs
);

  reg valid;                                                        // SkidBuffer.cs
  reg [7:0] payload;                                                // SkidBuffer.cs
  reg is_full;                                                      // SkidBuffer.cs
  reg [7:0] skidded;                                                // SkidBuffer.cs

  assign enq_ready = !is_full;                                      // SkidBuffer.cs
  assign deq_valid = valid;                                         // SkidBuffer.cs
  assign deq = payload;                                             // SkidBuffer.cs

  initial begin
    payload = 8'd0;
    skidded = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
      is_full <= 1'b0;
    end else begin
      if (!valid || deq_ready) begin                                // SkidBuffer.cs
        valid <= is_full || enq_valid;                              // SkidBuffer.cs
        is_full <= 1'b0;                                            // SkidBuffer.cs
      end else if (enq_valid && enq_ready)                          // SkidBuffer.cs
        is_full <= 1'b1;                                            // SkidBuffer.cs
    end
  end

  always @(posedge clock) begin
    if (!valid || deq_ready)                                        // SkidBuffer.cs
      payload <= is_full ? skidded : enq;                           // SkidBuffer.cs
    else if (enq_valid && enq_ready)                                // SkidBuffer.cs
      skidded <= enq;                                               // SkidBuffer.cs
  end
endmodule
