// Counter_10, described in src/Vta.Hdl/Library/Counter.cs
//   count = 10
// Generated: change the description instead.
module Counter_10 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enable,
  input  wire       clear,
  output wire [3:0] value,
  output wire       wraps
);

  reg [3:0] number;
  wire is_last;

  assign is_last = number == 4'd9;
  assign value = number;
  assign wraps = enable && is_last && !clear;

  always @(posedge clock) begin
    if (reset) begin
      number <= 4'd0;
    end else begin
      if (clear)
        number <= 4'd0;
      else if (enable)
        number <= is_last ? 4'd0 : number + 4'd1;
    end
  end
endmodule
