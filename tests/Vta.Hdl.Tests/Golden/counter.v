// Counter_10, described in src/Vta.Hdl/Library/Counter.cs
//   count = 10
// Generated: change the description instead.
module Counter_10 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enable,                                         // Counter.cs
  input  wire       clear,                                          // Counter.cs
  output wire [3:0] value,                                          // Counter.cs
  output wire       wraps                                           // Counter.cs
);

  reg [3:0] number;                                                 // Counter.cs
  wire is_last;                                                     // Counter.cs

  assign is_last = number == 4'd9;                                  // Counter.cs
  assign value = number;                                            // Counter.cs
  assign wraps = enable && is_last && !clear;                       // Counter.cs

  always @(posedge clock) begin
    if (reset) begin
      number <= 4'd0;
    end else begin
      if (clear)                                                    // Counter.cs
        number <= 4'd0;                                             // Counter.cs
      else if (enable)                                              // Counter.cs
        number <= is_last ? 4'd0 : number + 4'd1;                   // Counter.cs
    end
  end
endmodule
