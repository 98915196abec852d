// module_, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module module_ (
  input  wire       clock,
  input  wire       reset,
  input  wire [3:0] input_,                                         // Samples.cs
  input  wire [3:0] clock_2,                                        // Samples.cs
  output wire [3:0] logic_                                          // Samples.cs
);

  wire [3:0] always_;                                               // Samples.cs
  reg [3:0] register_;                                              // Samples.cs

  assign always_ = input_ & clock_2;                                // Samples.cs
  assign logic_ = register_;                                        // Samples.cs

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 4'd0;
    end else begin
      register_ <= always_;                                         // Samples.cs
    end
  end
endmodule
