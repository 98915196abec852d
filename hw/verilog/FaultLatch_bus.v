// FaultLatch_bus, described in hw/Vta.Hardware/Control/FaultLatch.cs
// Generated: change the description instead.
module FaultLatch_bus (
  input  wire        clock,
  input  wire        reset,
  input  wire        raised_bus,
  input  wire [31:0] raised_index,
  output wire        latched_bus,
  output wire [31:0] latched_index,
  output wire        any
);

  reg latched_bus_reg;
  reg [31:0] latched_index_reg;
  wire any_wire;

  assign any_wire = latched_bus_reg;
  assign latched_bus = latched_bus_reg;
  assign latched_index = latched_index_reg;
  assign any = any_wire;

  always @(posedge clock) begin
    if (reset) begin
      latched_bus_reg <= 1'b0;
      latched_index_reg <= 32'd0;
    end else begin
      latched_bus_reg <= latched_bus_reg || raised_bus;
      if (raised_bus && !any_wire)
        latched_index_reg <= raised_index;
    end
  end
endmodule
