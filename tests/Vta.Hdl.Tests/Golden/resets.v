// Lap, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Lap (
  input  wire       clock,
  input  wire       reset_n,
  input  wire       clear,
  output wire [7:0] count
);

  reg [7:0] count_reg;
  reg [7:0] before_;

  assign count = count_reg ^ before_;

  initial begin
    before_ = 8'd0;
  end

  always @(negedge clock or negedge reset_n) begin
    if (!reset_n) begin
      count_reg <= 8'd1;
    end else if (clear) begin
      count_reg <= 8'd1;
    end else begin
      count_reg <= count_reg + 8'd1;
    end
  end

  always @(negedge clock) begin
    before_ <= count_reg;
  end

  `ifndef SYNTHESIS
  always @(negedge clock or negedge reset_n) begin
    if (reset_n && !clear)
      assert (count_reg != before_) else $error("a lap counts");
  end
  `endif
endmodule

// Resets, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module Resets (
  input  wire       bus_clk,
  input  wire       bus_rst_n,
  input  wire       power_clock,
  input  wire       restart,
  output wire [7:0] laps,
  output wire [7:0] power
);

  reg [7:0] power_reg;

  assign power = power_reg;
  wire laps_unit_clear = restart;

  Lap laps_unit (
    .clock   (bus_clk),
    .reset_n (bus_rst_n),
    .clear   (laps_unit_clear),
    .count   (laps)
  );

  initial begin
    power_reg = 8'd100;
  end

  always @(posedge power_clock) begin
    if (power_reg != 8'd0)
      power_reg <= power_reg - 8'd1;
  end
endmodule
