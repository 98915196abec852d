// Vta, described in hw/Vta.Hardware/Shells/MemoryPorts.cs
//   configuration = 1x16_i8w8a32_15_15_18_17
// Generated: change the description instead.
module Vta (
  input  wire        clock,
  input  wire        reset,
  input  wire        s_axi_awvalid,                                 // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        s_axi_awready,                                 // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [11:0] s_axi_awaddr,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        s_axi_wvalid,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        s_axi_wready,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [31:0] s_axi_wdata,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        s_axi_bvalid,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        s_axi_bready,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [1:0]  s_axi_bresp,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        s_axi_arvalid,                                 // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        s_axi_arready,                                 // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [11:0] s_axi_araddr,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        s_axi_rvalid,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        s_axi_rready,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [31:0] s_axi_rdata,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [1:0]  s_axi_rresp,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        m_axi_awvalid,
  input  wire        m_axi_awready,
  output wire [31:0] m_axi_awaddr,
  output wire [7:0]  m_axi_awlen,
  output wire        m_axi_wvalid,
  input  wire        m_axi_wready,
  output wire [63:0] m_axi_wdata,
  output wire [7:0]  m_axi_wstrb,
  output wire        m_axi_wlast,
  input  wire        m_axi_bvalid,
  output wire        m_axi_bready,
  input  wire [1:0]  m_axi_bresp,
  output wire        m_axi_arvalid,
  input  wire        m_axi_arready,
  output wire [31:0] m_axi_araddr,
  output wire [7:0]  m_axi_arlen,
  input  wire        m_axi_rvalid,
  output wire        m_axi_rready,
  input  wire [63:0] m_axi_rdata,
  input  wire [1:0]  m_axi_rresp,
  input  wire        m_axi_rlast
);

  reg starts;                                                       // hw/Vta.Hardware/Shells/Accelerator.cs:28

  // ports of registers
  wire registers_launch;
  wire registers_idle;
  wire [31:0] registers_cycles;
  wire [31:0] registers_acc_writes;
  wire [31:0] registers_instruction_count;
  wire [31:0] registers_instruction_address;
  wire [31:0] registers_uop_base;
  wire [31:0] registers_inp_base;
  wire [31:0] registers_wgt_base;
  wire [31:0] registers_acc_base;
  wire [31:0] registers_out_base;

  // ports of core
  wire [28:0] core_read_address_word;
  wire [6:0] core_read_address_beats;
  wire core_read_address_last;
  wire core_read_data_error;
  wire [28:0] core_write_address_word;
  wire [6:0] core_write_address_beats;
  wire core_write_address_last;
  wire core_response_error;
  wire core_done;
  wire core_running;
  wire [31:0] core_fault_status;
  wire [31:0] core_fault_instruction;
  wire [31:0] core_load_wait;
  wire [31:0] core_load_wait_instruction;
  wire [31:0] core_compute_wait;
  wire [31:0] core_compute_wait_instruction;
  wire [31:0] core_store_wait;
  wire [31:0] core_store_wait_instruction;
  wire [63:0] core_count_cycle_count;
  wire [63:0] core_count_acc_write_count;
  wire [63:0] core_count_load_busy;
  wire [63:0] core_count_load_memory_stalled;
  wire [63:0] core_count_load_token_stalled;
  wire [63:0] core_count_compute_busy;
  wire [63:0] core_count_compute_memory_stalled;
  wire [63:0] core_count_compute_token_stalled;
  wire [63:0] core_count_store_busy;
  wire [63:0] core_count_store_memory_stalled;
  wire [63:0] core_count_store_token_stalled;
  wire [63:0] core_count_uop_load_bytes;
  wire [63:0] core_count_inp_load_bytes;
  wire [63:0] core_count_wgt_load_bytes;
  wire [63:0] core_count_acc_load_bytes;
  wire [63:0] core_count_out_store_bytes;
  wire [63:0] core_count_gemm_steps;
  wire [63:0] core_count_alu_steps;
  wire [63:0] core_count_load_instruction_stalled;
  wire [63:0] core_count_load_idle;
  wire [63:0] core_count_compute_instruction_stalled;
  wire [63:0] core_count_compute_idle;
  wire [63:0] core_count_store_instruction_stalled;
  wire [63:0] core_count_store_idle;

  assign m_axi_araddr = {core_read_address_word, 3'd0};
  assign m_axi_arlen = {1'b0, core_read_address_beats - 7'd1};
  assign m_axi_awaddr = {core_write_address_word, 3'd0};
  assign m_axi_awlen = {1'b0, core_write_address_beats - 7'd1};
  assign core_read_data_error = m_axi_rresp[1];
  assign core_response_error = m_axi_bresp[1];
  assign registers_idle = !core_running && !starts;                 // hw/Vta.Hardware/Shells/Accelerator.cs:41
  assign registers_cycles = core_count_cycle_count[31:0];           // hw/Vta.Hardware/Shells/Accelerator.cs:50
  assign registers_acc_writes = core_count_acc_write_count[31:0];   // hw/Vta.Hardware/Shells/Accelerator.cs:51

  HostRegisters registers (                                         // hw/Vta.Hardware/Shells/Accelerator.cs:24
    .clock                       (clock),
    .reset                       (reset),
    .host_awvalid                (s_axi_awvalid),
    .host_awready                (s_axi_awready),
    .host_awaddr                 (s_axi_awaddr),
    .host_wvalid                 (s_axi_wvalid),
    .host_wready                 (s_axi_wready),
    .host_wdata                  (s_axi_wdata),
    .host_bvalid                 (s_axi_bvalid),
    .host_bready                 (s_axi_bready),
    .host_bresp                  (s_axi_bresp),
    .host_arvalid                (s_axi_arvalid),
    .host_arready                (s_axi_arready),
    .host_araddr                 (s_axi_araddr),
    .host_rvalid                 (s_axi_rvalid),
    .host_rready                 (s_axi_rready),
    .host_rdata                  (s_axi_rdata),
    .host_rresp                  (s_axi_rresp),
    .launch                      (registers_launch),
    .idle                        (registers_idle),
    .done                        (core_done),
    .cycles                      (registers_cycles),
    .acc_writes                  (registers_acc_writes),
    .fault_status                (core_fault_status),
    .fault_instruction           (core_fault_instruction),
    .load_wait                   (core_load_wait),
    .load_wait_instruction       (core_load_wait_instruction),
    .compute_wait                (core_compute_wait),
    .compute_wait_instruction    (core_compute_wait_instruction),
    .store_wait                  (core_store_wait),
    .store_wait_instruction      (core_store_wait_instruction),
    .cycle_count                 (core_count_cycle_count),
    .acc_write_count             (core_count_acc_write_count),
    .load_busy                   (core_count_load_busy),
    .load_memory_stalled         (core_count_load_memory_stalled),
    .load_token_stalled          (core_count_load_token_stalled),
    .compute_busy                (core_count_compute_busy),
    .compute_memory_stalled      (core_count_compute_memory_stalled),
    .compute_token_stalled       (core_count_compute_token_stalled),
    .store_busy                  (core_count_store_busy),
    .store_memory_stalled        (core_count_store_memory_stalled),
    .store_token_stalled         (core_count_store_token_stalled),
    .uop_load_bytes              (core_count_uop_load_bytes),
    .inp_load_bytes              (core_count_inp_load_bytes),
    .wgt_load_bytes              (core_count_wgt_load_bytes),
    .acc_load_bytes              (core_count_acc_load_bytes),
    .out_store_bytes             (core_count_out_store_bytes),
    .gemm_steps                  (core_count_gemm_steps),
    .alu_steps                   (core_count_alu_steps),
    .load_instruction_stalled    (core_count_load_instruction_stalled),
    .load_idle                   (core_count_load_idle),
    .compute_instruction_stalled (core_count_compute_instruction_stalled),
    .compute_idle                (core_count_compute_idle),
    .store_instruction_stalled   (core_count_store_instruction_stalled),
    .store_idle                  (core_count_store_idle),
    .instruction_count           (registers_instruction_count),
    .instruction_address         (registers_instruction_address),
    .uop_base                    (registers_uop_base),
    .inp_base                    (registers_inp_base),
    .wgt_base                    (registers_wgt_base),
    .acc_base                    (registers_acc_base),
    .out_base                    (registers_out_base)
  );

  wire core_reset = reset || registers_launch;                      // hw/Vta.Hardware/Shells/Accelerator.cs:29

  Core core (                                                       // hw/Vta.Hardware/Shells/Accelerator.cs:29
    .clock                             (clock),
    .reset                             (core_reset),
    .launch                            (starts),
    .instruction_address               (registers_instruction_address),
    .instruction_count                 (registers_instruction_count),
    .uop_base                          (registers_uop_base),
    .inp_base                          (registers_inp_base),
    .wgt_base                          (registers_wgt_base),
    .acc_base                          (registers_acc_base),
    .out_base                          (registers_out_base),
    .read_address_valid                (m_axi_arvalid),
    .read_address_ready                (m_axi_arready),
    .read_address_word                 (core_read_address_word),
    .read_address_beats                (core_read_address_beats),
    .read_address_last                 (core_read_address_last),
    .read_data_valid                   (m_axi_rvalid),
    .read_data_ready                   (m_axi_rready),
    .read_data_data                    (m_axi_rdata),
    .read_data_error                   (core_read_data_error),
    .read_data_last                    (m_axi_rlast),
    .write_address_valid               (m_axi_awvalid),
    .write_address_ready               (m_axi_awready),
    .write_address_word                (core_write_address_word),
    .write_address_beats               (core_write_address_beats),
    .write_address_last                (core_write_address_last),
    .write_data_valid                  (m_axi_wvalid),
    .write_data_ready                  (m_axi_wready),
    .write_data_data                   (m_axi_wdata),
    .write_data_strobe                 (m_axi_wstrb),
    .write_data_last                   (m_axi_wlast),
    .response_valid                    (m_axi_bvalid),
    .response_ready                    (m_axi_bready),
    .response_error                    (core_response_error),
    .done                              (core_done),
    .running                           (core_running),
    .fault_status                      (core_fault_status),
    .fault_instruction                 (core_fault_instruction),
    .load_wait                         (core_load_wait),
    .load_wait_instruction             (core_load_wait_instruction),
    .compute_wait                      (core_compute_wait),
    .compute_wait_instruction          (core_compute_wait_instruction),
    .store_wait                        (core_store_wait),
    .store_wait_instruction            (core_store_wait_instruction),
    .count_cycle_count                 (core_count_cycle_count),
    .count_acc_write_count             (core_count_acc_write_count),
    .count_load_busy                   (core_count_load_busy),
    .count_load_memory_stalled         (core_count_load_memory_stalled),
    .count_load_token_stalled          (core_count_load_token_stalled),
    .count_compute_busy                (core_count_compute_busy),
    .count_compute_memory_stalled      (core_count_compute_memory_stalled),
    .count_compute_token_stalled       (core_count_compute_token_stalled),
    .count_store_busy                  (core_count_store_busy),
    .count_store_memory_stalled        (core_count_store_memory_stalled),
    .count_store_token_stalled         (core_count_store_token_stalled),
    .count_uop_load_bytes              (core_count_uop_load_bytes),
    .count_inp_load_bytes              (core_count_inp_load_bytes),
    .count_wgt_load_bytes              (core_count_wgt_load_bytes),
    .count_acc_load_bytes              (core_count_acc_load_bytes),
    .count_out_store_bytes             (core_count_out_store_bytes),
    .count_gemm_steps                  (core_count_gemm_steps),
    .count_alu_steps                   (core_count_alu_steps),
    .count_load_instruction_stalled    (core_count_load_instruction_stalled),
    .count_load_idle                   (core_count_load_idle),
    .count_compute_instruction_stalled (core_count_compute_instruction_stalled),
    .count_compute_idle                (core_count_compute_idle),
    .count_store_instruction_stalled   (core_count_store_instruction_stalled),
    .count_store_idle                  (core_count_store_idle)
  );

  always @(posedge clock) begin
    if (reset) begin
      starts <= 1'b0;
    end else begin
      starts <= registers_launch;                                   // hw/Vta.Hardware/Shells/Accelerator.cs:28
    end
  end

  wire unused_ok = &{1'b0, m_axi_bresp[0], m_axi_rresp[0], core_read_address_last, core_write_address_last};
endmodule
