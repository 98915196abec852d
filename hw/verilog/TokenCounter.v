// TokenCounter, described in hw/Vta.Hardware/Control/TokenCounter.cs
// Generated: change the description instead.
module TokenCounter (
  input  wire clock,
  input  wire reset,
  input  wire push,                                                 // TokenCounter.cs
  input  wire pop,                                                  // TokenCounter.cs
  output wire available,                                            // TokenCounter.cs
  output wire has_room                                              // TokenCounter.cs
);

  reg [15:0] count;                                                 // TokenCounter.cs

  assign available = count != 16'd0;                                // TokenCounter.cs
  assign has_room = count != 16'd65535;                             // TokenCounter.cs

  always @(posedge clock) begin
    if (reset) begin
      count <= 16'd0;
    end else begin
      if (push && !pop)                                             // TokenCounter.cs
        count <= count + 16'd1;                                     // TokenCounter.cs
      else if (pop && !push)                                        // TokenCounter.cs
        count <= count - 16'd1;                                     // TokenCounter.cs
    end
  end
endmodule
