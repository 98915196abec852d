// ShiftRegister_8, described in src/Vta.Hdl/Library/ShiftRegister.cs
//   width = 8
// Generated: change the description instead.
module ShiftRegister_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       load,
  input  wire [7:0] word,
  input  wire       shift,
  input  wire       bit_,
  output wire [7:0] value
);

  reg [7:0] bits;

  assign value = bits;

  always @(posedge clock) begin
    if (reset) begin
      bits <= 8'd0;
    end else begin
      if (load)
        bits <= word;
      else if (shift)
        bits <= {bit_, bits[7:1]};
    end
  end
endmodule
