// Inner, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module Inner (
  input  wire [3:0] x,
  output wire [3:0] y
);

  assign y = x + 4'd1;
endmodule

// PartsOfPorts, described in tests/Vta.Hdl.Tests/Writing/PartSamples.cs
// Generated: change the description instead.
module PartsOfPorts (
  /* verilator lint_off UNOPTFLAT */
  input  wire [3:0] a,
  input  wire       turn,
  output wire [3:0] y,
  output wire [3:0] chain
  /* verilator lint_on UNOPTFLAT */
);

  // ports of inner
  wire [3:0] inner_x;

  assign inner_x[1:0] = a[3:2];
  assign inner_x[3:2] = a[1:0];
  assign chain[3] = turn ? chain[2] ^ a[3] : a[2];
  assign chain[2:1] = a[1:0];
  assign chain[0] = !chain[3];

  Inner inner (
    .x (inner_x),
    .y (y)
  );
endmodule
