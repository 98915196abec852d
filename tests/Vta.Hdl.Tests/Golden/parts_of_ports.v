// Inner, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module Inner (
  input  wire [3:0] x,                                              // PartSamples.cs
  output wire [3:0] y                                               // PartSamples.cs
);

  assign y = x + 4'd1;                                              // PartSamples.cs
endmodule

// PartsOfPorts, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module PartsOfPorts (
  /* verilator lint_off UNOPTFLAT */
  input  wire [3:0] a,                                              // PartSamples.cs
  input  wire       turn,                                           // PartSamples.cs
  output wire [3:0] y,                                              // PartSamples.cs
  output wire [3:0] chain                                           // PartSamples.cs
  /* verilator lint_on UNOPTFLAT */
);

  // ports of inner
  wire [3:0] inner_x;

  assign inner_x[1:0] = a[3:2];                                     // PartSamples.cs
  assign inner_x[3:2] = a[1:0];                                     // PartSamples.cs
  assign chain[3] = turn ? chain[2] ^ a[3] : a[2];                  // PartSamples.cs
  assign chain[2:1] = turn ? a[1:0] : a[1:0];                       // PartSamples.cs
  assign chain[0] = !chain[3];                                      // PartSamples.cs

  Inner inner (                                                     // PartSamples.cs
    .x (inner_x),
    .y (y)
  );
endmodule
