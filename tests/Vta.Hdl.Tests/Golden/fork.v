// Fork_2x8, described in src/Vta.Hdl/Library/Fork.cs
//   outputs = 2
// Generated: change the description instead.
module Fork_2x8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Fork.cs
  output wire       enq_ready,                                      // Fork.cs
  input  wire [7:0] enq,                                            // Fork.cs
  output wire       deq_0_valid,                                    // Fork.cs
  input  wire       deq_0_ready,                                    // Fork.cs
  output wire [7:0] deq_0,                                          // Fork.cs
  output wire       deq_1_valid,                                    // Fork.cs
  input  wire       deq_1_ready,                                    // Fork.cs
  output wire [7:0] deq_1                                           // Fork.cs
);

  reg taken_0;                                                      // Fork.cs
  reg taken_1;                                                      // Fork.cs

  assign enq_ready = (taken_0 || deq_0_ready) && (taken_1 || deq_1_ready);  // Fork.cs
  assign deq_0_valid = enq_valid && !taken_0;                       // Fork.cs
  assign deq_0 = enq;                                               // Fork.cs
  assign deq_1_valid = enq_valid && !taken_1;                       // Fork.cs
  assign deq_1 = enq;                                               // Fork.cs

  always @(posedge clock) begin
    if (reset) begin
      taken_0 <= 1'b0;
      taken_1 <= 1'b0;
    end else begin
      if (enq_valid && enq_ready)                                   // Fork.cs
        taken_0 <= 1'b0;                                            // Fork.cs
      else if (deq_0_valid && deq_0_ready)                          // Fork.cs
        taken_0 <= 1'b1;                                            // Fork.cs
      if (enq_valid && enq_ready)                                   // Fork.cs
        taken_1 <= 1'b0;                                            // Fork.cs
      else if (deq_1_valid && deq_1_ready)                          // Fork.cs
        taken_1 <= 1'b1;                                            // Fork.cs
    end
  end
endmodule
