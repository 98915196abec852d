// Pipe_8, described in src/Vta.Hdl/Library/Pipe.cs
// Generated: change the description instead.
module Pipe_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Pipe.cs
  output wire       enq_ready,                                      // Pipe.cs
  input  wire [7:0] enq,                                            // Pipe.cs
  output wire       deq_valid,                                      // Pipe.cs
  input  wire       deq_ready,                                      // Pipe.cs
  output wire [7:0] deq                                             // Pipe.cs
);

  reg valid;                                                        // Pipe.cs
  reg [7:0] payload;                                                // Pipe.cs

  assign enq_ready = !valid || deq_ready;                           // Pipe.cs
  assign deq_valid = valid;                                         // Pipe.cs
  assign deq = payload;                                             // Pipe.cs

  initial begin
    payload = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      valid <= 1'b0;
    end else begin
      if (enq_ready)                                                // Pipe.cs
        valid <= enq_valid;                                         // Pipe.cs
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Pipe.cs
      payload <= enq;                                               // Pipe.cs
  end
endmodule
