// Fork_2x8, described in src/Vta.Hdl/Library/Fork.cs
//   outputs = 2
// Generated: change the description instead.
module Fork_2x8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,
  output wire       enq_ready,
  input  wire [7:0] enq,
  output wire       deq_0_valid,
  input  wire       deq_0_ready,
  output wire [7:0] deq_0,
  output wire       deq_1_valid,
  input  wire       deq_1_ready,
  output wire [7:0] deq_1
);

  reg taken_0;
  reg taken_1;

  assign enq_ready = (taken_0 || deq_0_ready) && (taken_1 || deq_1_ready);
  assign deq_0_valid = enq_valid && !taken_0;
  assign deq_0 = enq;
  assign deq_1_valid = enq_valid && !taken_1;
  assign deq_1 = enq;

  always @(posedge clock) begin
    if (reset) begin
      taken_0 <= 1'b0;
      taken_1 <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)
        taken_0 <= 1'b0;
      else if (deq_0_valid && deq_0_ready)
        taken_0 <= 1'b1;
      if (enq_valid && enq_ready)
        taken_1 <= 1'b0;
      else if (deq_1_valid && deq_1_ready)
        taken_1 <= 1'b1;
    end
  end
endmodule
