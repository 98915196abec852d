// Pipe_8, described in src/Vta.Hdl/Library/Pipe.cs:10
// Generated: change the description instead.
module Pipe_8 (
  input  wire       clock,
  input  wire       reset,
  input  wire       enq_valid,                                      // Pipe.cs:10
  output wire       enq_ready,                                      // Pipe.cs:10
  input  wire [7:0] enq,                                            // Pipe.cs:10
  output wire       deq_valid,                                      // Pipe.cs:11
  input  wire       deq_ready,                                      // Pipe.cs:11
  output wire [7:0] deq                                             // Pipe.cs:11
);

  reg register_;                                                    // Pipe.cs:17
  reg [7:0] register_2;                                             // Pipe.cs:18

  assign enq_ready = !register_ || deq_ready;                       // Pipe.cs:20
  assign deq_valid = register_;                                     // Pipe.cs:21
  assign deq = register_2;                                          // Pipe.cs:22

  initial begin
    register_2 = 8'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 1'b0;
    end else begin
      if (enq_ready)                                                // Pipe.cs:23
        register_ <= enq_valid;                                     // Pipe.cs:24
    end
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // Pipe.cs:25
      register_2 <= enq;                                            // Pipe.cs:26
  end

endmodule
