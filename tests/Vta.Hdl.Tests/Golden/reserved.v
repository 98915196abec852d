// module_, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs:152
// Generated: change the description instead.
module module_ (
  input  wire       clock,
  input  wire       reset,
  input  wire [3:0] input_,                                         // Samples.cs:152
  input  wire [3:0] clock_2,                                        // Samples.cs:153
  output wire [3:0] logic_                                          // Samples.cs:154
);

  wire [3:0] always_;                                               // Samples.cs:160
  reg [3:0] final_;                                                 // Samples.cs:162

  assign always_ = input_ & clock_2;                                // Samples.cs:161
  assign logic_ = final_;                                           // Samples.cs:164

  always @(posedge clock) begin
    if (reset) begin
      final_ <= 4'd0;
    end else begin
      final_ <= always_;                                            // Samples.cs:163
    end
  end

endmodule
