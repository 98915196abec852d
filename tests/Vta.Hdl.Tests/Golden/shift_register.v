// ShiftRegister_8, described in src/Vta.Hdl/Library/ShiftRegister.cs
//   width = 8
// Generated: change the description instead.
module ShiftRegister_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       load,                                           // ShiftRegister.cs
  input  wire [7:0] word,                                           // ShiftRegister.cs
  input  wire       shift,                                          // ShiftRegister.cs
  input  wire       bit_,                                           // ShiftRegister.cs
  output wire [7:0] value                                           // ShiftRegister.cs
);

  reg [7:0] bits;                                                   // ShiftRegister.cs

  assign value = bits;                                              // ShiftRegister.cs

  always @(posedge clock) begin
    if (reset) begin
      bits <= 8'd0;
    end else begin
      if (load)                                                     // ShiftRegister.cs
        bits <= word;                                               // ShiftRegister.cs
      else if (shift)                                               // ShiftRegister.cs
        bits <= {bit_, bits[7:1]};                                  // ShiftRegister.cs
    end
  end
endmodule
