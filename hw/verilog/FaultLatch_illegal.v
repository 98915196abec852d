// FaultLatch_illegal, described in hw/Vta.Hardware/Control/FaultLatch.cs
// Generated: change the description instead.
module FaultLatch_illegal (
  input  wire        clock,
  input  wire        reset,
  input  wire        raised_illegal,
  input  wire [31:0] raised_index,
  output wire        latched_illegal,
  output wire [31:0] latched_index,
  output wire        any
);

  reg latched_illegal_reg;
  reg [31:0] latched_index_reg;
  wire any_wire;

  assign any_wire = latched_illegal_reg;
  assign latched_illegal = latched_illegal_reg;
  assign latched_index = latched_index_reg;
  assign any = any_wire;

  always @(posedge clock) begin
    if (reset) begin
      latched_illegal_reg <= 1'b0;
      latched_index_reg <= 32'd0;
    end else begin
      latched_illegal_reg <= latched_illegal_reg || raised_illegal;
      if (raised_illegal && !any_wire)
        latched_index_reg <= raised_index;
    end
  end
endmodule
