// SkidBuffer_8, described in src/Vta.Hdl/Library/SkidBuffer.cs
// Generated: change the description instead.
module SkidBuffer_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq
);

  reg valid;
  reg [7:0] payload;
  reg is_full;
  reg [7:0] skidded;

  assign enq_ready = !is_full;
  assign deq_valid = valid;
  assign deq = payload;

  initial begin
    payload = 8'd0;
    skidded = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
      is_full <= 1'b0;
    end else begin
      if (!valid || deq_ready) begin
        valid <= is_full || enq_valid;
        is_full <= 1'b0;
      end else if (enq_valid && enq_ready)
        is_full <= 1'b1;
    end
  end

  always @(posedge clock) begin
    if (!valid || deq_ready)
      payload <= is_full ? skidded : enq;
    else if (enq_valid && enq_ready)
      skidded <= enq;
  end
endmodule
