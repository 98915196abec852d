// Arbiter_RoundRobin_3x8, described in src/Vta.Hdl/Library/Arbiter.cs
//   inputs = 3
//   policy = RoundRobin
// Generated: change the description instead.
module Arbiter_RoundRobin_3x8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_0_valid,
  output wire       enq_0_ready,
  input  wire [7:0] enq_0,
  input  wire       enq_1_valid,
  output wire       enq_1_ready,
  input  wire [7:0] enq_1,
  input  wire       enq_2_valid,
  output wire       enq_2_ready,
  input  wire [7:0] enq_2,
  output wire       deq_valid,
  input  wire       deq_ready,
  output wire [7:0] deq,
  output wire [1:0] chosen
);

  wire [2:0] requests;
  reg is_kept;
  reg [2:0] kept;
  reg [2:0] behind;
  wire [2:0] next;
  wire [2:0] chosen_wire;

  assign requests = {enq_2_valid, enq_1_valid, enq_0_valid};
  assign next = requests & behind;
  assign chosen_wire = is_kept ? kept : (|next) ? next & -next : requests & -requests;
  assign deq_valid = |requests;
  assign deq = chosen_wire[0] ? enq_0 : chosen_wire[1] ? enq_1 : enq_2;
  assign chosen = chosen_wire[0] ? 2'd0 : chosen_wire[1] ? 2'd1 : 2'd2;
  assign enq_0_ready = deq_ready && chosen_wire[0];
  assign enq_1_ready = deq_ready && chosen_wire[1];
  assign enq_2_ready = deq_ready && chosen_wire[2];

  always @(posedge clock) begin
    if (reset) begin
      is_kept <= 1'b0;
      kept <= 3'd0;
      behind <= 3'd0;
    end else begin
      if (enq_0_valid && enq_0_ready)
        behind <= 3'd6;
      if (enq_1_valid && enq_1_ready)
        behind <= 3'd4;
      if (enq_2_valid && enq_2_ready)
        behind <= 3'd0;
      is_kept <= deq_valid && !deq_ready;
      kept <= chosen_wire;
    end
  end
endmodule
