// Arbiter_RoundRobin_3x8, described in src/Vta.Hdl/Library/Arbiter.cs
//   inputs = 3
//   policy = RoundRobin
// Generated: change the description instead.
module Arbiter_RoundRobin_3x8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_0_valid,                                    // Arbiter.cs
  output wire       enq_0_ready,                                    // Arbiter.cs
  input  wire [7:0] enq_0,                                          // Arbiter.cs
  input  wire       enq_1_valid,                                    // Arbiter.cs
  output wire       enq_1_ready,                                    // Arbiter.cs
  input  wire [7:0] enq_1,                                          // Arbiter.cs
  input  wire       enq_2_valid,                                    // Arbiter.cs
  output wire       enq_2_ready,                                    // Arbiter.cs
  input  wire [7:0] enq_2,                                          // Arbiter.cs
  output wire       deq_valid,                                      // Arbiter.cs
  input  wire       deq_ready,                                      // Arbiter.cs
  output wire [7:0] deq,                                            // Arbiter.cs
  output wire [1:0] chosen                                          // Arbiter.cs
);

  wire [2:0] requests;                                              // Arbiter.cs
  reg is_kept;                                                      // Arbiter.cs
  reg [2:0] kept;                                                   // Arbiter.cs
  reg [2:0] behind;                                                 // Arbiter.cs
  wire [2:0] next;                                                  // Arbiter.cs
  wire [2:0] chosen_wire;                                           // Arbiter.cs

  assign requests = {enq_2_valid, enq_1_valid, enq_0_valid};        // Arbiter.cs
  assign next = requests & behind;                                  // Arbiter.cs
  assign chosen_wire = is_kept ? kept : (|next) ? next & -next : requests & -requests;  // Arbiter.cs
  assign deq_valid = |requests;                                     // Arbiter.cs
  assign deq = chosen_wire[0] ? enq_0 : chosen_wire[1] ? enq_1 : enq_2;  // Arbiter.cs
  assign chosen = chosen_wire[0] ? 2'd0 : chosen_wire[1] ? 2'd1 : 2'd2;  // Arbiter.cs
  assign enq_0_ready = deq_ready && chosen_wire[0];                 // Arbiter.cs
  assign enq_1_ready = deq_ready && chosen_wire[1];                 // Arbiter.cs
  assign enq_2_ready = deq_ready && chosen_wire[2];                 // Arbiter.cs

  always @(posedge clock) begin
    if (reset) begin
      is_kept <= 1'b0;
      kept <= 3'd0;
      behind <= 3'd0;
    end else begin
      if (enq_0_valid && enq_0_ready)                               // Arbiter.cs
        behind <= 3'd6;                                             // Arbiter.cs
      if (enq_1_valid && enq_1_ready)                               // Arbiter.cs
        behind <= 3'd4;                                             // Arbiter.cs
      if (enq_2_valid && enq_2_ready)                               // Arbiter.cs
        behind <= 3'd0;                                             // Arbiter.cs
      is_kept <= deq_valid && !deq_ready;                           // Arbiter.cs
      kept <= chosen_wire;                                          // Arbiter.cs
    end
  end
endmodule
