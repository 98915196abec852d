// TokenCounter, described in hw/Vta.Hardware/Control/TokenCounter.cs
// Generated: change the description instead.
module TokenCounter (
  input  wire clock,
  input  wire reset,
  input  wire push,
  input  wire pop,
  output wire available,
  output wire has_room
);

  reg [15:0] count;

  assign available = count != 16'd0;
  assign has_room = count != 16'd65535;

  always @(posedge clock) begin
    if (reset) begin
      count <= 16'd0;
    end else begin
      if (push && !pop)
        count <= count + 16'd1;
      else if (pop && !push)
        count <= count - 16'd1;
    end
  end
endmodule
