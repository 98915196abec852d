// CounterBank, described in hw/Vta.Hardware/Host/CounterBank.cs
// Generated: change the description instead.
module CounterBank (
  input  wire        clock,
  input  wire        reset,
  input  wire        amount_cycle_count,
  input  wire        amount_load_busy,
  input  wire        amount_load_memory_stalled,
  input  wire        amount_load_token_stalled,
  input  wire        amount_load_instruction_stalled,
  input  wire        amount_load_idle,
  input  wire        amount_compute_busy,
  input  wire        amount_compute_memory_stalled,
  input  wire        amount_compute_token_stalled,
  input  wire        amount_compute_instruction_stalled,
  input  wire        amount_compute_idle,
  input  wire        amount_store_busy,
  input  wire        amount_store_memory_stalled,
  input  wire        amount_store_token_stalled,
  input  wire        amount_store_instruction_stalled,
  input  wire        amount_store_idle,
  input  wire [7:0]  amount_inp_load_bytes,
  input  wire [11:0] amount_wgt_load_bytes,
  input  wire [9:0]  amount_acc_load_bytes,
  input  wire [5:0]  amount_uop_load_bytes,
  input  wire [4:0]  amount_out_store_bytes,
  input  wire        amount_gemm_steps,
  input  wire        amount_alu_steps,
  input  wire [3:0]  amount_acc_write_count,
  output wire [63:0] count_cycle_count,
  output wire [63:0] count_load_busy,
  output wire [63:0] count_load_memory_stalled,
  output wire [63:0] count_load_token_stalled,
  output wire [63:0] count_load_instruction_stalled,
  output wire [63:0] count_load_idle,
  output wire [63:0] count_compute_busy,
  output wire [63:0] count_compute_memory_stalled,
  output wire [63:0] count_compute_token_stalled,
  output wire [63:0] count_compute_instruction_stalled,
  output wire [63:0] count_compute_idle,
  output wire [63:0] count_store_busy,
  output wire [63:0] count_store_memory_stalled,
  output wire [63:0] count_store_token_stalled,
  output wire [63:0] count_store_instruction_stalled,
  output wire [63:0] count_store_idle,
  output wire [63:0] count_inp_load_bytes,
  output wire [63:0] count_wgt_load_bytes,
  output wire [63:0] count_acc_load_bytes,
  output wire [63:0] count_uop_load_bytes,
  output wire [63:0] count_out_store_bytes,
  output wire [63:0] count_gemm_steps,
  output wire [63:0] count_alu_steps,
  output wire [63:0] count_acc_write_count
);

  reg [63:0] cycle_count;
  reg [63:0] load_busy;
  reg [63:0] load_memory_stalled;
  reg [63:0] load_token_stalled;
  reg [63:0] load_instruction_stalled;
  reg [63:0] load_idle;
  reg [63:0] compute_busy;
  reg [63:0] compute_memory_stalled;
  reg [63:0] compute_token_stalled;
  reg [63:0] compute_instruction_stalled;
  reg [63:0] compute_idle;
  reg [63:0] store_busy;
  reg [63:0] store_memory_stalled;
  reg [63:0] store_token_stalled;
  reg [63:0] store_instruction_stalled;
  reg [63:0] store_idle;
  reg [63:0] inp_load_bytes;
  reg [63:0] wgt_load_bytes;
  reg [63:0] acc_load_bytes;
  reg [63:0] uop_load_bytes;
  reg [63:0] out_store_bytes;
  reg [63:0] gemm_steps;
  reg [63:0] alu_steps;
  reg [63:0] acc_write_count;

  assign count_cycle_count = cycle_count;
  assign count_load_busy = load_busy;
  assign count_load_memory_stalled = load_memory_stalled;
  assign count_load_token_stalled = load_token_stalled;
  assign count_load_instruction_stalled = load_instruction_stalled;
  assign count_load_idle = load_idle;
  assign count_compute_busy = compute_busy;
  assign count_compute_memory_stalled = compute_memory_stalled;
  assign count_compute_token_stalled = compute_token_stalled;
  assign count_compute_instruction_stalled = compute_instruction_stalled;
  assign count_compute_idle = compute_idle;
  assign count_store_busy = store_busy;
  assign count_store_memory_stalled = store_memory_stalled;
  assign count_store_token_stalled = store_token_stalled;
  assign count_store_instruction_stalled = store_instruction_stalled;
  assign count_store_idle = store_idle;
  assign count_inp_load_bytes = inp_load_bytes;
  assign count_wgt_load_bytes = wgt_load_bytes;
  assign count_acc_load_bytes = acc_load_bytes;
  assign count_uop_load_bytes = uop_load_bytes;
  assign count_out_store_bytes = out_store_bytes;
  assign count_gemm_steps = gemm_steps;
  assign count_alu_steps = alu_steps;
  assign count_acc_write_count = acc_write_count;

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
      if (amount_cycle_count)
        cycle_count <= cycle_count + {63'd0, amount_cycle_count};
      if (amount_load_busy)
        load_busy <= load_busy + {63'd0, amount_load_busy};
      if (amount_load_memory_stalled)
        load_memory_stalled <= load_memory_stalled + {63'd0, amount_load_memory_stalled};
      if (amount_load_token_stalled)
        load_token_stalled <= load_token_stalled + {63'd0, amount_load_token_stalled};
      if (amount_load_instruction_stalled)
        load_instruction_stalled <= load_instruction_stalled + {63'd0, amount_load_instruction_stalled};
      if (amount_load_idle)
        load_idle <= load_idle + {63'd0, amount_load_idle};
      if (amount_compute_busy)
        compute_busy <= compute_busy + {63'd0, amount_compute_busy};
      if (amount_compute_memory_stalled)
        compute_memory_stalled <= compute_memory_stalled + {63'd0, amount_compute_memory_stalled};
      if (amount_compute_token_stalled)
        compute_token_stalled <= compute_token_stalled + {63'd0, amount_compute_token_stalled};
      if (amount_compute_instruction_stalled)
        compute_instruction_stalled <= compute_instruction_stalled
            + {63'd0, amount_compute_instruction_stalled};
      if (amount_compute_idle)
        compute_idle <= compute_idle + {63'd0, amount_compute_idle};
      if (amount_store_busy)
        store_busy <= store_busy + {63'd0, amount_store_busy};
      if (amount_store_memory_stalled)
        store_memory_stalled <= store_memory_stalled + {63'd0, amount_store_memory_stalled};
      if (amount_store_token_stalled)
        store_token_stalled <= store_token_stalled + {63'd0, amount_store_token_stalled};
      if (amount_store_instruction_stalled)
        store_instruction_stalled <= store_instruction_stalled + {63'd0, amount_store_instruction_stalled};
      if (amount_store_idle)
        store_idle <= store_idle + {63'd0, amount_store_idle};
      if (|amount_inp_load_bytes)
        inp_load_bytes <= inp_load_bytes + {56'd0, amount_inp_load_bytes};
      if (|amount_wgt_load_bytes)
        wgt_load_bytes <= wgt_load_bytes + {52'd0, amount_wgt_load_bytes};
      if (|amount_acc_load_bytes)
        acc_load_bytes <= acc_load_bytes + {54'd0, amount_acc_load_bytes};
      if (|amount_uop_load_bytes)
        uop_load_bytes <= uop_load_bytes + {58'd0, amount_uop_load_bytes};
      if (|amount_out_store_bytes)
        out_store_bytes <= out_store_bytes + {59'd0, amount_out_store_bytes};
      if (amount_gemm_steps)
        gemm_steps <= gemm_steps + {63'd0, amount_gemm_steps};
      if (amount_alu_steps)
        alu_steps <= alu_steps + {63'd0, amount_alu_steps};
      if (|amount_acc_write_count)
        acc_write_count <= acc_write_count + {60'd0, amount_acc_write_count};
    end
  end
endmodule
