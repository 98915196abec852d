// Narrower_4x8, described in src/Vta.Hdl/Library/Narrower.cs
//   count = 4
// Generated: change the description instead.
module Narrower_4x8 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [31:0] enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [7:0]  deq
);

  reg [31:0] rest;
  reg [2:0] left;

  assign enq_ready = left == 3'd0 || (left == 3'd1 && deq_ready);
  assign deq_valid = left != 3'd0;
  assign deq = rest[7:0];

  initial begin
    rest = 32'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      left <= 3'd0;
    end else begin
      if (enq_valid && enq_ready)
        left <= 3'd4;
      else if (deq_valid && deq_ready)
        left <= left - 3'd1;
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      rest <= enq;
    else if (deq_valid && deq_ready)
      rest <= {8'd0, rest[31:8]};
  end
endmodule
