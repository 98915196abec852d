// Pipe_8, described in src/Vta.Hdl/Library/Pipe.cs
// Generated: change the description instead.
module Pipe_8 (
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

  assign enq_ready = !valid || deq_ready;
  assign deq_valid = valid;
  assign deq = payload;

  initial begin
    payload = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (enq_ready)
        valid <= enq_valid;
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      payload <= enq;
  end
endmodule
