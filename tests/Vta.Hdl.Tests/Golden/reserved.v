// module_, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
// Generated: change the description instead.
module module_ (
  input  wire       clock,
  input  wire       reset,
  input  wire [3:0] input_,
  input  wire [3:0] clock_2,
  output wire [3:0] logic_
);

  wire [3:0] always_;
  reg [3:0] register_;

  assign always_ = input_ & clock_2;
  assign logic_ = register_;

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 4'd0;
    end else begin
      register_ <= always_;
    end
  end
endmodule
