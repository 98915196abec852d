// CounterBank, described in hw/Vta.Hardware/Host/CounterBank.cs
// Generated: change the description instead.
module CounterBank (
  input  wire        clock,
  input  wire        reset,
  input  wire        events_runs,                                   // CounterBank.cs
  input  wire [3:0]  events_acc_writes,                             // CounterBank.cs
  input  wire [2:0]  events_load_activity,                          // CounterBank.cs
  input  wire [2:0]  events_compute_activity,                       // CounterBank.cs
  input  wire [2:0]  events_store_activity,                         // CounterBank.cs
  input  wire [3:0]  events_uop_elements,                           // CounterBank.cs
  input  wire [3:0]  events_inp_elements,                           // CounterBank.cs
  input  wire [3:0]  events_wgt_elements,                           // CounterBank.cs
  input  wire [3:0]  events_acc_elements,                           // CounterBank.cs
  input  wire [3:0]  events_acc8_bit_elements,                      // CounterBank.cs
  input  wire [3:0]  events_out_elements,                           // CounterBank.cs
  input  wire        events_gemm_step,                              // CounterBank.cs
  input  wire        events_alu_step,                               // CounterBank.cs
  output wire [63:0] cycle_count,                                   // CounterBank.cs
  output wire [63:0] acc_write_count,                               // CounterBank.cs
  output wire [63:0] load_busy,                                     // CounterBank.cs
  output wire [63:0] load_memory_stalled,                           // CounterBank.cs
  output wire [63:0] load_token_stalled,                            // CounterBank.cs
  output wire [63:0] compute_busy,                                  // CounterBank.cs
  output wire [63:0] compute_memory_stalled,                        // CounterBank.cs
  output wire [63:0] compute_token_stalled,                         // CounterBank.cs
  output wire [63:0] store_busy,                                    // CounterBank.cs
  output wire [63:0] store_memory_stalled,                          // CounterBank.cs
  output wire [63:0] store_token_stalled,                           // CounterBank.cs
  output wire [63:0] uop_load_bytes,                                // CounterBank.cs
  output wire [63:0] inp_load_bytes,                                // CounterBank.cs
  output wire [63:0] wgt_load_bytes,                                // CounterBank.cs
  output wire [63:0] acc_load_bytes,                                // CounterBank.cs
  output wire [63:0] out_store_bytes,                               // CounterBank.cs
  output wire [63:0] gemm_steps,                                    // CounterBank.cs
  output wire [63:0] alu_steps,                                     // CounterBank.cs
  output wire [63:0] load_instruction_stalled,                      // CounterBank.cs
  output wire [63:0] load_idle,                                     // CounterBank.cs
  output wire [63:0] compute_instruction_stalled,                   // CounterBank.cs
  output wire [63:0] compute_idle,                                  // CounterBank.cs
  output wire [63:0] store_instruction_stalled,                     // CounterBank.cs
  output wire [63:0] store_idle                                     // CounterBank.cs
);

  localparam [2:0] UNIT_ACTIVITY_BUSY = 3'd0;
  localparam [2:0] UNIT_ACTIVITY_MEMORY_STALLED = 3'd1;
  localparam [2:0] UNIT_ACTIVITY_TOKEN_STALLED = 3'd2;
  localparam [2:0] UNIT_ACTIVITY_INSTRUCTION_STALLED = 3'd3;
  localparam [2:0] UNIT_ACTIVITY_IDLE = 3'd4;

  reg [63:0] cycle_count_count;                                     // CounterBank.cs
  reg [63:0] acc_write_count_count;                                 // CounterBank.cs
  reg [63:0] load_busy_count;                                       // CounterBank.cs
  reg [63:0] load_memory_stalled_count;                             // CounterBank.cs
  reg [63:0] load_token_stalled_count;                              // CounterBank.cs
  reg [63:0] load_instruction_stalled_count;                        // CounterBank.cs
  reg [63:0] load_idle_count;                                       // CounterBank.cs
  reg [63:0] compute_busy_count;                                    // CounterBank.cs
  reg [63:0] compute_memory_stalled_count;                          // CounterBank.cs
  reg [63:0] compute_token_stalled_count;                           // CounterBank.cs
  reg [63:0] compute_instruction_stalled_count;                     // CounterBank.cs
  reg [63:0] compute_idle_count;                                    // CounterBank.cs
  reg [63:0] store_busy_count;                                      // CounterBank.cs
  reg [63:0] store_memory_stalled_count;                            // CounterBank.cs
  reg [63:0] store_token_stalled_count;                             // CounterBank.cs
  reg [63:0] store_instruction_stalled_count;                       // CounterBank.cs
  reg [63:0] store_idle_count;                                      // CounterBank.cs
  reg [63:0] uop_load_bytes_count;                                  // CounterBank.cs
  reg [63:0] inp_load_bytes_count;                                  // CounterBank.cs
  reg [63:0] wgt_load_bytes_count;                                  // CounterBank.cs
  reg [63:0] acc_load_bytes_count;                                  // CounterBank.cs
  reg [63:0] out_store_bytes_count;                                 // CounterBank.cs
  reg [63:0] gemm_steps_count;                                      // CounterBank.cs
  reg [63:0] alu_steps_count;                                       // CounterBank.cs

  assign cycle_count = cycle_count_count;                           // CounterBank.cs
  assign acc_write_count = acc_write_count_count;                   // CounterBank.cs
  assign load_busy = load_busy_count;                               // CounterBank.cs
  assign load_memory_stalled = load_memory_stalled_count;           // CounterBank.cs
  assign load_token_stalled = load_token_stalled_count;             // CounterBank.cs
  assign load_instruction_stalled = load_instruction_stalled_count;  // CounterBank.cs
  assign load_idle = load_idle_count;                               // CounterBank.cs
  assign compute_busy = compute_busy_count;                         // CounterBank.cs
  assign compute_memory_stalled = compute_memory_stalled_count;     // CounterBank.cs
  assign compute_token_stalled = compute_token_stalled_count;       // CounterBank.cs
  assign compute_instruction_stalled = compute_instruction_stalled_count;  // CounterBank.cs
  assign compute_idle = compute_idle_count;                         // CounterBank.cs
  assign store_busy = store_busy_count;                             // CounterBank.cs
  assign store_memory_stalled = store_memory_stalled_count;         // CounterBank.cs
  assign store_token_stalled = store_token_stalled_count;           // CounterBank.cs
  assign store_instruction_stalled = store_instruction_stalled_count;  // CounterBank.cs
  assign store_idle = store_idle_count;                             // CounterBank.cs
  assign uop_load_bytes = uop_load_bytes_count;                     // CounterBank.cs
  assign inp_load_bytes = inp_load_bytes_count;                     // CounterBank.cs
  assign wgt_load_bytes = wgt_load_bytes_count;                     // CounterBank.cs
  assign acc_load_bytes = acc_load_bytes_count;                     // CounterBank.cs
  assign out_store_bytes = out_store_bytes_count;                   // CounterBank.cs
  assign gemm_steps = gemm_steps_count;                             // CounterBank.cs
  assign alu_steps = alu_steps_count;                               // CounterBank.cs
  wire [9:0] acc_load_bytes_count_value = {events_acc_elements, 6'd0} | {2'd0, events_acc8_bit_elements, 4'd0};

  always @(posedge clock) begin
    if (reset) begin
      cycle_count_count <= 64'd0;
      acc_write_count_count <= 64'd0;
      load_busy_count <= 64'd0;
      load_memory_stalled_count <= 64'd0;
      load_token_stalled_count <= 64'd0;
      load_instruction_stalled_count <= 64'd0;
      load_idle_count <= 64'd0;
      compute_busy_count <= 64'd0;
      compute_memory_stalled_count <= 64'd0;
      compute_token_stalled_count <= 64'd0;
      compute_instruction_stalled_count <= 64'd0;
      compute_idle_count <= 64'd0;
      store_busy_count <= 64'd0;
      store_memory_stalled_count <= 64'd0;
      store_token_stalled_count <= 64'd0;
      store_instruction_stalled_count <= 64'd0;
      store_idle_count <= 64'd0;
      uop_load_bytes_count <= 64'd0;
      inp_load_bytes_count <= 64'd0;
      wgt_load_bytes_count <= 64'd0;
      acc_load_bytes_count <= 64'd0;
      out_store_bytes_count <= 64'd0;
      gemm_steps_count <= 64'd0;
      alu_steps_count <= 64'd0;
    end else begin
      if (events_runs)                                              // CounterBank.cs
        cycle_count_count <= cycle_count_count + {63'd0, events_runs};  // CounterBank.cs
      if (|events_acc_writes)                                       // CounterBank.cs
        acc_write_count_count <= acc_write_count_count + {60'd0, events_acc_writes};  // CounterBank.cs
      if (events_runs && events_load_activity == UNIT_ACTIVITY_BUSY)  // CounterBank.cs
        load_busy_count <= load_busy_count + {63'd0, events_runs && events_load_activity == UNIT_ACTIVITY_BUSY};  // CounterBank.cs
      if (events_runs && events_load_activity == UNIT_ACTIVITY_MEMORY_STALLED)  // CounterBank.cs
        load_memory_stalled_count <= load_memory_stalled_count      // CounterBank.cs
            + {63'd0, events_runs && events_load_activity == UNIT_ACTIVITY_MEMORY_STALLED};
      if (events_runs && events_load_activity == UNIT_ACTIVITY_TOKEN_STALLED)  // CounterBank.cs
        load_token_stalled_count <= load_token_stalled_count        // CounterBank.cs
            + {63'd0, events_runs && events_load_activity == UNIT_ACTIVITY_TOKEN_STALLED};
      if (events_runs && events_load_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED)  // CounterBank.cs
        load_instruction_stalled_count <= load_instruction_stalled_count  // CounterBank.cs
            + {63'd0, events_runs && events_load_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED};
      if (events_runs && events_load_activity == UNIT_ACTIVITY_IDLE)  // CounterBank.cs
        load_idle_count <= load_idle_count + {63'd0, events_runs && events_load_activity == UNIT_ACTIVITY_IDLE};  // CounterBank.cs
      if (events_runs && events_compute_activity == UNIT_ACTIVITY_BUSY)  // CounterBank.cs
        compute_busy_count <= compute_busy_count                    // CounterBank.cs
            + {63'd0, events_runs && events_compute_activity == UNIT_ACTIVITY_BUSY};
      if (events_runs && events_compute_activity == UNIT_ACTIVITY_MEMORY_STALLED)  // CounterBank.cs
        compute_memory_stalled_count <= compute_memory_stalled_count  // CounterBank.cs
            + {63'd0, events_runs && events_compute_activity == UNIT_ACTIVITY_MEMORY_STALLED};
      if (events_runs && events_compute_activity == UNIT_ACTIVITY_TOKEN_STALLED)  // CounterBank.cs
        compute_token_stalled_count <= compute_token_stalled_count  // CounterBank.cs
            + {63'd0, events_runs && events_compute_activity == UNIT_ACTIVITY_TOKEN_STALLED};
      if (events_runs && events_compute_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED)  // CounterBank.cs
        compute_instruction_stalled_count <= compute_instruction_stalled_count  // CounterBank.cs
            + {63'd0, events_runs && events_compute_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED};
      if (events_runs && events_compute_activity == UNIT_ACTIVITY_IDLE)  // CounterBank.cs
        compute_idle_count <= compute_idle_count                    // CounterBank.cs
            + {63'd0, events_runs && events_compute_activity == UNIT_ACTIVITY_IDLE};
      if (events_runs && events_store_activity == UNIT_ACTIVITY_BUSY)  // CounterBank.cs
        store_busy_count <= store_busy_count                        // CounterBank.cs
            + {63'd0, events_runs && events_store_activity == UNIT_ACTIVITY_BUSY};
      if (events_runs && events_store_activity == UNIT_ACTIVITY_MEMORY_STALLED)  // CounterBank.cs
        store_memory_stalled_count <= store_memory_stalled_count    // CounterBank.cs
            + {63'd0, events_runs && events_store_activity == UNIT_ACTIVITY_MEMORY_STALLED};
      if (events_runs && events_store_activity == UNIT_ACTIVITY_TOKEN_STALLED)  // CounterBank.cs
        store_token_stalled_count <= store_token_stalled_count      // CounterBank.cs
            + {63'd0, events_runs && events_store_activity == UNIT_ACTIVITY_TOKEN_STALLED};
      if (events_runs && events_store_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED)  // CounterBank.cs
        store_instruction_stalled_count <= store_instruction_stalled_count  // CounterBank.cs
            + {63'd0, events_runs && events_store_activity == UNIT_ACTIVITY_INSTRUCTION_STALLED};
      if (events_runs && events_store_activity == UNIT_ACTIVITY_IDLE)  // CounterBank.cs
        store_idle_count <= store_idle_count                        // CounterBank.cs
            + {63'd0, events_runs && events_store_activity == UNIT_ACTIVITY_IDLE};
      if (|{events_uop_elements, 2'd0})                             // CounterBank.cs
        uop_load_bytes_count <= uop_load_bytes_count + {58'd0, events_uop_elements, 2'd0};  // CounterBank.cs
      if (|{events_inp_elements, 4'd0})                             // CounterBank.cs
        inp_load_bytes_count <= inp_load_bytes_count + {56'd0, events_inp_elements, 4'd0};  // CounterBank.cs
      if (|{events_wgt_elements, 8'd0})                             // CounterBank.cs
        wgt_load_bytes_count <= wgt_load_bytes_count + {52'd0, events_wgt_elements, 8'd0};  // CounterBank.cs
      if (|acc_load_bytes_count_value)                              // CounterBank.cs
        acc_load_bytes_count <= acc_load_bytes_count + {54'd0, acc_load_bytes_count_value};  // CounterBank.cs
      if (|{events_out_elements, 4'd0})                             // CounterBank.cs
        out_store_bytes_count <= out_store_bytes_count + {56'd0, events_out_elements, 4'd0};  // CounterBank.cs
      if (events_gemm_step)                                         // CounterBank.cs
        gemm_steps_count <= gemm_steps_count + {63'd0, events_gemm_step};  // CounterBank.cs
      if (events_alu_step)                                          // CounterBank.cs
        alu_steps_count <= alu_steps_count + {63'd0, events_alu_step};  // CounterBank.cs
    end
  end
endmodule
