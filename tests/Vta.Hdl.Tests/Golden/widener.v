// Widener_8x4, described in src/Vta.Hdl/Library/Widener.cs
//   count = 4
// Generated: change the description instead.
module Widener_8x4 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // Widener.cs
  output wire        enq_ready,                                     // Widener.cs
  input  wire [7:0]  enq,                                           // Widener.cs
  output wire        deq_valid,                                     // Widener.cs
  input  wire        deq_ready,                                     // Widener.cs
  output wire [31:0] deq                                            // Widener.cs
);

  reg [31:0] gathered;                                              // Widener.cs
  reg [1:0] position;                                               // Widener.cs
  reg valid;                                                        // Widener.cs
  wire is_last;                                                     // Widener.cs

  assign enq_ready = !valid || deq_ready;                           // Widener.cs
  assign deq_valid = valid;                                         // Widener.cs
  assign deq = gathered;                                            // Widener.cs
  assign is_last = position == 2'd3;                                // Widener.cs

  initial begin
    gathered = 32'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      position <= 2'd0;
      valid <= 1'b0;
    end else begin
      if (deq_valid && deq_ready)                                   // Widener.cs
        valid <= 1'b0;                                              // Widener.cs
      if (enq_valid && enq_ready) begin                             // Widener.cs
        position <= is_last ? 2'd0 : position + 2'd1;               // Widener.cs
        if (is_last)                                                // Widener.cs
          valid <= 1'b1;                                            // Widener.cs
      end
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Widener.cs
      gathered <= {enq, gathered[31:8]};                            // Widener.cs
  end
endmodule
