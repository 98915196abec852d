// CounterBank, described in hw/Vta.Hardware/Host/CounterBank.cs
// Generated: change the description instead.
module CounterBank (
  input  wire        clock,
  input  wire        reset,
  input  wire        amount_cycle_count,                            // CounterBank.cs
  input  wire        amount_load_busy,                              // CounterBank.cs
  input  wire        amount_load_memory_stalled,                    // CounterBank.cs
  input  wire        amount_load_token_stalled,                     // CounterBank.cs
  input  wire        amount_load_instruction_stalled,               // CounterBank.cs
  input  wire        amount_load_idle,                              // CounterBank.cs
  input  wire        amount_compute_busy,                           // CounterBank.cs
  input  wire        amount_compute_memory_stalled,                 // CounterBank.cs
  input  wire        amount_compute_token_stalled,                  // CounterBank.cs
  input  wire        amount_compute_instruction_stalled,            // CounterBank.cs
  input  wire        amount_compute_idle,                           // CounterBank.cs
  input  wire        amount_store_busy,                             // CounterBank.cs
  input  wire        amount_store_memory_stalled,                   // CounterBank.cs
  input  wire        amount_store_token_stalled,                    // CounterBank.cs
  input  wire        amount_store_instruction_stalled,              // CounterBank.cs
  input  wire        amount_store_idle,                             // CounterBank.cs
  input  wire [7:0]  amount_inp_load_bytes,                         // CounterBank.cs
  input  wire [11:0] amount_wgt_load_bytes,                         // CounterBank.cs
  input  wire [9:0]  amount_acc_load_bytes,                         // CounterBank.cs
  input  wire [5:0]  amount_uop_load_bytes,                         // CounterBank.cs
  input  wire [4:0]  amount_out_store_bytes,                        // CounterBank.cs
  input  wire        amount_gemm_steps,                             // CounterBank.cs
  input  wire        amount_alu_steps,                              // CounterBank.cs
  input  wire [3:0]  amount_acc_write_count,                        // CounterBank.cs
  output wire [63:0] count_cycle_count,                             // CounterBank.cs
  output wire [63:0] count_load_busy,                               // CounterBank.cs
  output wire [63:0] count_load_memory_stalled,                     // CounterBank.cs
  output wire [63:0] count_load_token_stalled,                      // CounterBank.cs
  output wire [63:0] count_load_instruction_stalled,                // CounterBank.cs
  output wire [63:0] count_load_idle,                               // CounterBank.cs
  output wire [63:0] count_compute_busy,                            // CounterBank.cs
  output wire [63:0] count_compute_memory_stalled,                  // CounterBank.cs
  output wire [63:0] count_compute_token_stalled,                   // CounterBank.cs
  output wire [63:0] count_compute_instruction_stalled,             // CounterBank.cs
  output wire [63:0] count_compute_idle,                            // CounterBank.cs
  output wire [63:0] count_store_busy,                              // CounterBank.cs
  output wire [63:0] count_store_memory_stalled,                    // CounterBank.cs
  output wire [63:0] count_store_token_stalled,                     // CounterBank.cs
  output wire [63:0] count_store_instruction_stalled,               // CounterBank.cs
  output wire [63:0] count_store_idle,                              // CounterBank.cs
  output wire [63:0] count_inp_load_bytes,                          // CounterBank.cs
  output wire [63:0] count_wgt_load_bytes,                          // CounterBank.cs
  output wire [63:0] count_acc_load_bytes,                          // CounterBank.cs
  output wire [63:0] count_uop_load_bytes,                          // CounterBank.cs
  output wire [63:0] count_out_store_bytes,                         // CounterBank.cs
  output wire [63:0] count_gemm_steps,                              // CounterBank.cs
  output wire [63:0] count_alu_steps,                               // CounterBank.cs
  output wire [63:0] count_acc_write_count                          // CounterBank.cs
);

  reg [63:0] cycle_count;                                           // CounterBank.cs
  reg [63:0] load_busy;                                             // CounterBank.cs
  reg [63:0] load_memory_stalled;                                   // CounterBank.cs
  reg [63:0] load_token_stalled;                                    // CounterBank.cs
  reg [63:0] load_instruction_stalled;                              // CounterBank.cs
  reg [63:0] load_idle;                                             // CounterBank.cs
  reg [63:0] compute_busy;                                          // CounterBank.cs
  reg [63:0] compute_memory_stalled;                                // CounterBank.cs
  reg [63:0] compute_token_stalled;                                 // CounterBank.cs
  reg [63:0] compute_instruction_stalled;                           // CounterBank.cs
  reg [63:0] compute_idle;                                          // CounterBank.cs
  reg [63:0] store_busy;                                            // CounterBank.cs
  reg [63:0] store_memory_stalled;                                  // CounterBank.cs
  reg [63:0] store_token_stalled;                                   // CounterBank.cs
  reg [63:0] store_instruction_stalled;                             // CounterBank.cs
  reg [63:0] store_idle;                                            // CounterBank.cs
  reg [63:0] inp_load_bytes;                                        // CounterBank.cs
  reg [63:0] wgt_load_bytes;                                        // CounterBank.cs
  reg [63:0] acc_load_bytes;                                        // CounterBank.cs
  reg [63:0] uop_load_bytes;                                        // CounterBank.cs
  reg [63:0] out_store_bytes;                                       // CounterBank.cs
  reg [63:0] gemm_steps;                                            // CounterBank.cs
  reg [63:0] alu_steps;                                             // CounterBank.cs
  reg [63:0] acc_write_count;                                       // CounterBank.cs

  assign count_cycle_count = cycle_count;                           // CounterBank.cs
  assign count_load_busy = load_busy;                               // CounterBank.cs
  assign count_load_memory_stalled = load_memory_stalled;           // CounterBank.cs
  assign count_load_token_stalled = load_token_stalled;             // CounterBank.cs
  assign count_load_instruction_stalled = load_instruction_stalled;  // CounterBank.cs
  assign count_load_idle = load_idle;                               // CounterBank.cs
  assign count_compute_busy = compute_busy;                         // CounterBank.cs
  assign count_compute_memory_stalled = compute_memory_stalled;     // CounterBank.cs
  assign count_compute_token_stalled = compute_token_stalled;       // CounterBank.cs
  assign count_compute_instruction_stalled = compute_instruction_stalled;  // CounterBank.cs
  assign count_compute_idle = compute_idle;                         // CounterBank.cs
  assign count_store_busy = store_busy;                             // CounterBank.cs
  assign count_store_memory_stalled = store_memory_stalled;         // CounterBank.cs
  assign count_store_token_stalled = store_token_stalled;           // CounterBank.cs
  assign count_store_instruction_stalled = store_instruction_stalled;  // CounterBank.cs
  assign count_store_idle = store_idle;                             // CounterBank.cs
  assign count_inp_load_bytes = inp_load_bytes;                     // CounterBank.cs
  assign count_wgt_load_bytes = wgt_load_bytes;                     // CounterBank.cs
  assign count_acc_load_bytes = acc_load_bytes;                     // CounterBank.cs
  assign count_uop_load_bytes = uop_load_bytes;                     // CounterBank.cs
  assign count_out_store_bytes = out_store_bytes;                   // CounterBank.cs
  assign count_gemm_steps = gemm_steps;                             // CounterBank.cs
  assign count_alu_steps = alu_steps;                               // CounterBank.cs
  assign count_acc_write_count = acc_write_count;                   // CounterBank.cs

  always @(posedge clock) begin
    if (reset) begin
      cycle_count <= 64'd0;
      load_busy <= 64'd0;
      load_memory_stalled <= 64'd0;
      load_token_stalled <= 64'd0;
      load_instruction_stalled <= 64'd0;
      load_idle <= 64'd0;
      compute_busy <= 64'd0;
      compute_memory_stalled <= 64'd0;
      compute_token_stalled <= 64'd0;
      compute_instruction_stalled <= 64'd0;
      compute_idle <= 64'd0;
      store_busy <= 64'd0;
      store_memory_stalled <= 64'd0;
      store_token_stalled <= 64'd0;
      store_instruction_stalled <= 64'd0;
      store_idle <= 64'd0;
      inp_load_bytes <= 64'd0;
      wgt_load_bytes <= 64'd0;
      acc_load_bytes <= 64'd0;
      uop_load_bytes <= 64'd0;
      out_store_bytes <= 64'd0;
      gemm_steps <= 64'd0;
      alu_steps <= 64'd0;
      acc_write_count <= 64'd0;
    end else begin
      if (amount_cycle_count)                                       // CounterBank.cs
        cycle_count <= cycle_count + {63'd0, amount_cycle_count};   // CounterBank.cs
      if (amount_load_busy)                                         // CounterBank.cs
        load_busy <= load_busy + {63'd0, amount_load_busy};         // CounterBank.cs
      if (amount_load_memory_stalled)                               // CounterBank.cs
        load_memory_stalled <= load_memory_stalled + {63'd0, amount_load_memory_stalled};  // CounterBank.cs
      if (amount_load_token_stalled)                                // CounterBank.cs
        load_token_stalled <= load_token_stalled + {63'd0, amount_load_token_stalled};  // CounterBank.cs
      if (amount_load_instruction_stalled)                          // CounterBank.cs
        load_instruction_stalled <= load_instruction_stalled + {63'd0, amount_load_instruction_stalled};  // CounterBank.cs
      if (amount_load_idle)                                         // CounterBank.cs
        load_idle <= load_idle + {63'd0, amount_load_idle};         // CounterBank.cs
      if (amount_compute_busy)                                      // CounterBank.cs
        compute_busy <= compute_busy + {63'd0, amount_compute_busy};  // CounterBank.cs
      if (amount_compute_memory_stalled)                            // CounterBank.cs
        compute_memory_stalled <= compute_memory_stalled + {63'd0, amount_compute_memory_stalled};  // CounterBank.cs
      if (amount_compute_token_stalled)                             // CounterBank.cs
        compute_token_stalled <= compute_token_stalled + {63'd0, amount_compute_token_stalled};  // CounterBank.cs
      if (amount_compute_instruction_stalled)                       // CounterBank.cs
        compute_instruction_stalled <= compute_instruction_stalled  // CounterBank.cs
            + {63'd0, amount_compute_instruction_stalled};
      if (amount_compute_idle)                                      // CounterBank.cs
        compute_idle <= compute_idle + {63'd0, amount_compute_idle};  // CounterBank.cs
      if (amount_store_busy)                                        // CounterBank.cs
        store_busy <= store_busy + {63'd0, amount_store_busy};      // CounterBank.cs
      if (amount_store_memory_stalled)                              // CounterBank.cs
        store_memory_stalled <= store_memory_stalled + {63'd0, amount_store_memory_stalled};  // CounterBank.cs
      if (amount_store_token_stalled)                               // CounterBank.cs
        store_token_stalled <= store_token_stalled + {63'd0, amount_store_token_stalled};  // CounterBank.cs
      if (amount_store_instruction_stalled)                         // CounterBank.cs
        store_instruction_stalled <= store_instruction_stalled + {63'd0, amount_store_instruction_stalled};  // CounterBank.cs
      if (amount_store_idle)                                        // CounterBank.cs
        store_idle <= store_idle + {63'd0, amount_store_idle};      // CounterBank.cs
      if (|amount_inp_load_bytes)                                   // CounterBank.cs
        inp_load_bytes <= inp_load_bytes + {56'd0, amount_inp_load_bytes};  // CounterBank.cs
      if (|amount_wgt_load_bytes)                                   // CounterBank.cs
        wgt_load_bytes <= wgt_load_bytes + {52'd0, amount_wgt_load_bytes};  // CounterBank.cs
      if (|amount_acc_load_bytes)                                   // CounterBank.cs
        acc_load_bytes <= acc_load_bytes + {54'd0, amount_acc_load_bytes};  // CounterBank.cs
      if (|amount_uop_load_bytes)                                   // CounterBank.cs
        uop_load_bytes <= uop_load_bytes + {58'd0, amount_uop_load_bytes};  // CounterBank.cs
      if (|amount_out_store_bytes)                                  // CounterBank.cs
        out_store_bytes <= out_store_bytes + {59'd0, amount_out_store_bytes};  // CounterBank.cs
      if (amount_gemm_steps)                                        // CounterBank.cs
        gemm_steps <= gemm_steps + {63'd0, amount_gemm_steps};      // CounterBank.cs
      if (amount_alu_steps)                                         // CounterBank.cs
        alu_steps <= alu_steps + {63'd0, amount_alu_steps};         // CounterBank.cs
      if (|amount_acc_write_count)                                  // CounterBank.cs
        acc_write_count <= acc_write_count + {60'd0, amount_acc_write_count};  // CounterBank.cs
    end
  end
endmodule
