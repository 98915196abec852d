// BlockFifo_64x512, described in src/Vta.Hdl/Library/BlockFifo.cs:10
//   depth = 512
// Generated: change the description instead.
module BlockFifo_64x512 (
  input  wire        clock,
  input  wire        reset,
  input  wire        enq_valid,                                     // BlockFifo.cs:10
  output wire        enq_ready,                                     // BlockFifo.cs:10
  input  wire [63:0] enq,                                           // BlockFifo.cs:10
  output wire        deq_valid,                                     // BlockFifo.cs:11
  input  wire        deq_ready,                                     // BlockFifo.cs:11
  output wire [63:0] deq                                            // BlockFifo.cs:11
);

  reg [9:0] register_;                                              // BlockFifo.cs:21
  reg [9:0] register_2;                                             // BlockFifo.cs:22
  reg register_3;                                                   // BlockFifo.cs:23
  wire [9:0] value;                                                 // BlockFifo.cs:26
  reg [63:0] memory_data;                                           // BlockFifo.cs:30
  reg [63:0] memory [0:511];                                        // BlockFifo.cs:20

  assign value = (deq_valid && deq_ready) ? register_ + 10'd1 : register_;  // BlockFifo.cs:26
  assign deq_valid = register_3;                                    // BlockFifo.cs:29
  assign deq = memory_data;                                         // BlockFifo.cs:30
  assign enq_ready = register_2 - register_ != 10'd512;             // BlockFifo.cs:32

  initial begin
    memory_data = 64'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      register_ <= 10'd0;
      register_2 <= 10'd0;
      register_3 <= 1'b0;
    end else begin
      register_ <= value;                                           // BlockFifo.cs:27
      register_3 <= value != register_2;                            // BlockFifo.cs:28
      if (enq_valid && enq_ready)                                   // BlockFifo.cs:33
        register_2 <= register_2 + 10'd1;                           // BlockFifo.cs:36
    end
  end

  initial begin : memory_start
    integer n;
    for (n = 0; n < 512; n = n + 1)
      memory[n] = 64'd0;
  end

  always @(posedge clock) begin
    if (enq_valid && enq_ready)                                     // BlockFifo.cs:35
      memory[register_2[8:0]] <= enq;                               // BlockFifo.cs:35
    memory_data <= memory[value[8:0]];                              // BlockFifo.cs:30
  end

endmodule
