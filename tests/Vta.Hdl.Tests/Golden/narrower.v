// Narrower_4x8, described in src/Vta.Hdl/Library/Narrower.cs
//   count = 4
// Generated: change the description instead.
module Narrower_4x8 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Narrower.cs
  output wire        enq_ready,                                     // Narrower.cs
  input  wire [31:0] enq,                                           // Narrower.cs
  output wire        deq_valid,                                     // Narrower.cs
  input  wire        deq_ready,                                     // Narrower.cs
  output wire [7:0]  deq                                            // Narrower.cs
);

  reg [31:0] rest;                                                  // Narrower.cs
  reg [2:0] left;                                                   // Narrower.cs

  assign enq_ready = left == 3'd0 || (left == 3'd1 && deq_ready);   // Narrower.cs
  assign deq_valid = left != 3'd0;                                  // Narrower.cs
  assign deq = rest[7:0];                                           // Narrower.cs

  initial begin
    rest = 32'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      left <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)                                   // Narrower.cs
        left <= 3'd4;                                               // Narrower.cs
      else if (deq_valid && deq_ready)                              // Narrower.cs
        left <= left - 3'd1;                                        // Narrower.cs
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Narrower.cs
      rest <= enq;                                                  // Narrower.cs
    else if (deq_valid && deq_ready)                                // Narrower.cs
      rest <= {8'd0, rest[31:8]};                                   // Narrower.cs
  end
endmodule
