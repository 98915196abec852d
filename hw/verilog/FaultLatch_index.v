// FaultLatch_index, described in hw/Vta.Hardware/Control/FaultLatch.cs
// Generated: change the description instead.
module FaultLatch_index (
  input  wire        clock,
  input  wire        reset,
  input  wire        raised_out_of_range,
  input  wire [31:0] raised_index,
  output wire        latched_out_of_range,
  output wire [31:0] latched_index,
  output wire        any
);

  reg latched_out_of_range_reg;
  reg [31:0] latched_index_reg;
  wire any_wire;

  assign any_wire = latched_out_of_range_reg;
  assign latched_out_of_range = latched_out_of_range_reg;
  assign latched_index = latched_index_reg;
  assign any = any_wire;

  always @(posedge clock) begin
    if (reset) begin
      latched_out_of_range_reg <= 1'b0;
      latched_index_reg <= 32'd0;
    end else begin
      latched_out_of_range_reg <= latched_out_of_range_reg || raised_out_of_range;
      if (raised_out_of_range && !any_wire)
        latched_index_reg <= raised_index;
    end
  end
endmodule
