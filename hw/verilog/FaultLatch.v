// FaultLatch, described in hw/Vta.Hardware/Control/FaultLatch.cs
// Generated: change the description instead.
module FaultLatch (
  input  wire        clock,
  input  wire        reset,
  input  wire        raised_out_of_range,                           // FaultLatch.cs
  input  wire        raised_illegal,                                // FaultLatch.cs
  input  wire        raised_bus,                                    // FaultLatch.cs
  input  wire [31:0] raised_index,                                  // FaultLatch.cs
  output wire        latched_out_of_range,                          // FaultLatch.cs
  output wire        latched_illegal,                               // FaultLatch.cs
  output wire        latched_bus,                                   // FaultLatch.cs
  output wire [31:0] latched_index,                                 // FaultLatch.cs
  output wire        any                                            // FaultLatch.cs
);

  reg latched_out_of_range_reg;                                     // FaultLatch.cs
  reg latched_illegal_reg;                                          // FaultLatch.cs
  reg latched_bus_reg;                                              // FaultLatch.cs
  reg [31:0] latched_index_reg;                                     // FaultLatch.cs
  wire any_wire;                                                    // FaultLatch.cs
  wire raises;                                                      // FaultLatch.cs

  assign any_wire = latched_out_of_range_reg || latched_illegal_reg || latched_bus_reg;  // FaultLatch.cs
  assign raises = raised_out_of_range || raised_illegal || raised_bus;  // FaultLatch.cs
  assign latched_out_of_range = latched_out_of_range_reg;           // FaultLatch.cs
  assign latched_illegal = latched_illegal_reg;                     // FaultLatch.cs
  assign latched_bus = latched_bus_reg;                             // FaultLatch.cs
  assign latched_index = latched_index_reg;                         // FaultLatch.cs
  assign any = any_wire;                                            // FaultLatch.cs

  always @(posedge clock) begin
    if (reset) begin
      latched_out_of_range_reg <= 1'b0;
      latched_illegal_reg <= 1'b0;
      latched_bus_reg <= 1'b0;
      latched_index_reg <= 32'd0;
    end else begin
      latched_out_of_range_reg <= latched_out_of_range_reg || raised_out_of_range;  // FaultLatch.cs
      latched_illegal_reg <= latched_illegal_reg || raised_illegal;  // FaultLatch.cs
      latched_bus_reg <= latched_bus_reg || raised_bus;             // FaultLatch.cs
      if (raises && !any_wire)                                      // FaultLatch.cs
        latched_index_reg <= raised_index;                          // FaultLatch.cs
    end
  end
endmodule
