// Widener_8x4, described in src/Vta.Hdl/Library/Widener.cs
//   count = 4
// Generated: change the description instead.
module Widener_8x4 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,
  output wire        enq_ready,
  input  wire [7:0]  enq,
  output wire        deq_valid,
  input  wire        deq_ready,
  output wire [31:0] deq
);

  reg [31:0] gathered;
  reg [1:0] position;
  reg valid;
  wire is_last;

  assign enq_ready = !valid || deq_ready;
  assign deq_valid = valid;
  assign deq = gathered;
  assign is_last = position == 2'd3;

  initial begin
    gathered = 32'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      position <= 2'd0;
      valid <= 1'b0;
    end else begin
      if (deq_valid && deq_ready)
        valid <= 1'b0;
      if (enq_valid && enq_ready) begin
        position <= is_last ? 2'd0 : position + 2'd1;
        if (is_last)
          valid <= 1'b1;
      end
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)
      gathered <= {enq, gathered[31:8]};
  end
endmodule
