// HostRegisters, described in hw/Vta.Hardware/Host/HostRegisters.cs
// Generated: change the description instead.
module HostRegisters (
  input  wire        clock,
  input  wire        reset,
  input  wire        host_awvalid,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        host_awready,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [11:0] host_awaddr,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        host_wvalid,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        host_wready,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [31:0] host_wdata,                                    // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        host_bvalid,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        host_bready,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [1:0]  host_bresp,                                    // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        host_arvalid,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        host_arready,                                  // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire [11:0] host_araddr,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        host_rvalid,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  input  wire        host_rready,                                   // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [31:0] host_rdata,                                    // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire [1:0]  host_rresp,                                    // hw/Vta.Hardware/Host/HostPorts.cs:6
  output wire        launch,
  input  wire        idle,
  input  wire        done,
  input  wire [31:0] cycles,
  input  wire [31:0] acc_writes,
  input  wire [31:0] fault_status,
  input  wire [31:0] fault_instruction,
  input  wire [31:0] load_wait,
  input  wire [31:0] load_wait_instruction,
  input  wire [31:0] compute_wait,
  input  wire [31:0] compute_wait_instruction,
  input  wire [31:0] store_wait,
  input  wire [31:0] store_wait_instruction,
  input  wire [63:0] cycle_count,
  input  wire [63:0] acc_write_count,
  input  wire [63:0] load_busy,
  input  wire [63:0] load_memory_stalled,
  input  wire [63:0] load_token_stalled,
  input  wire [63:0] compute_busy,
  input  wire [63:0] compute_memory_stalled,
  input  wire [63:0] compute_token_stalled,
  input  wire [63:0] store_busy,
  input  wire [63:0] store_memory_stalled,
  input  wire [63:0] store_token_stalled,
  input  wire [63:0] uop_load_bytes,
  input  wire [63:0] inp_load_bytes,
  input  wire [63:0] wgt_load_bytes,
  input  wire [63:0] acc_load_bytes,
  input  wire [63:0] out_store_bytes,
  input  wire [63:0] gemm_steps,
  input  wire [63:0] alu_steps,
  input  wire [63:0] load_instruction_stalled,
  input  wire [63:0] load_idle,
  input  wire [63:0] compute_instruction_stalled,
  input  wire [63:0] compute_idle,
  input  wire [63:0] store_instruction_stalled,
  input  wire [63:0] store_idle,
  output wire [31:0] instruction_count,
  output wire [31:0] instruction_address,
  output wire [31:0] uop_base,
  output wire [31:0] inp_base,
  output wire [31:0] wgt_base,
  output wire [31:0] acc_base,
  output wire [31:0] out_base
);

  reg answers_write;
  wire writes;
  reg [31:0] instruction_count_value;
  reg [31:0] instruction_address_value;
  reg [31:0] uop_base_value;
  reg [31:0] inp_base_value;
  reg [31:0] wgt_base_value;
  reg [31:0] acc_base_value;
  reg [31:0] out_base_value;
  reg answers_read;
  reg [31:0] read_data;
  wire reads;

  assign writes = host_awvalid && host_wvalid && !answers_write;
  assign host_awready = writes;
  assign host_wready = writes;
  assign host_bvalid = answers_write;
  assign host_bresp = 2'd0;
  assign instruction_count = instruction_count_value;
  assign instruction_address = instruction_address_value;
  assign uop_base = uop_base_value;
  assign inp_base = inp_base_value;
  assign wgt_base = wgt_base_value;
  assign acc_base = acc_base_value;
  assign out_base = out_base_value;
  assign launch = writes && host_awaddr[11:2] == 10'd0 && host_wdata[0] && idle;
  assign host_arready = !answers_read;
  assign host_rvalid = answers_read;
  assign host_rdata = read_data;
  assign host_rresp = 2'd0;
  assign reads = host_arvalid && !answers_read;

  initial begin
    read_data = 32'd0;
  end

  always @(posedge clock) begin
    if (reset) begin
      answers_write <= 1'b0;
      instruction_count_value <= 32'd0;
      instruction_address_value <= 32'd0;
      uop_base_value <= 32'd0;
      inp_base_value <= 32'd0;
      wgt_base_value <= 32'd0;
      acc_base_value <= 32'd0;
      out_base_value <= 32'd0;
      answers_read <= 1'b0;
    end else begin
      if (writes)
        answers_write <= 1'b1;
      else if (host_bready)
        answers_write <= 1'b0;
      case (host_awaddr[11:2])
        10'd2:
          if (writes)
            instruction_count_value <= host_wdata;
        10'd3:
          if (writes)
            instruction_address_value <= host_wdata;
        10'd4:
          if (writes)
            uop_base_value <= host_wdata;
        10'd5:
          if (writes)
            inp_base_value <= host_wdata;
        10'd6:
          if (writes)
            wgt_base_value <= host_wdata;
        10'd7:
          if (writes)
            acc_base_value <= host_wdata;
        10'd8:
          if (writes)
            out_base_value <= host_wdata;
        default: ;
      endcase
      if (reads)
        answers_read <= 1'b1;
      else if (host_rready)
        answers_read <= 1'b0;
    end
  end

  always @(posedge clock) begin
    if (reads) begin
      read_data <= 32'd0;
      case (host_araddr[11:2])
        10'd0:
          read_data <= {30'd0, done, 1'b0};
        10'd1:
          read_data <= cycles;
        10'd2:
          read_data <= instruction_count;
        10'd3:
          read_data <= instruction_address;
        10'd4:
          read_data <= uop_base;
        10'd5:
          read_data <= inp_base;
        10'd6:
          read_data <= wgt_base;
        10'd7:
          read_data <= acc_base;
        10'd8:
          read_data <= out_base;
        10'd9:
          read_data <= acc_writes;
        10'd16:
          read_data <= 32'd1;
        10'd17:
          read_data <= 32'h40a51a23;
        10'd18:
          read_data <= fault_status;
        10'd19:
          read_data <= fault_instruction;
        10'd20:
          read_data <= load_wait;
        10'd21:
          read_data <= load_wait_instruction;
        10'd22:
          read_data <= compute_wait;
        10'd23:
          read_data <= compute_wait_instruction;
        10'd24:
          read_data <= store_wait;
        10'd25:
          read_data <= store_wait_instruction;
        10'd32:
          read_data <= cycle_count[31:0];
        10'd33:
          read_data <= cycle_count[63:32];
        10'd34:
          read_data <= acc_write_count[31:0];
        10'd35:
          read_data <= acc_write_count[63:32];
        10'd36:
          read_data <= load_busy[31:0];
        10'd37:
          read_data <= load_busy[63:32];
        10'd38:
          read_data <= load_memory_stalled[31:0];
        10'd39:
          read_data <= load_memory_stalled[63:32];
        10'd40:
          read_data <= load_token_stalled[31:0];
        10'd41:
          read_data <= load_token_stalled[63:32];
        10'd42:
          read_data <= compute_busy[31:0];
        10'd43:
          read_data <= compute_busy[63:32];
        10'd44:
          read_data <= compute_memory_stalled[31:0];
        10'd45:
          read_data <= compute_memory_stalled[63:32];
        10'd46:
          read_data <= compute_token_stalled[31:0];
        10'd47:
          read_data <= compute_token_stalled[63:32];
        10'd48:
          read_data <= store_busy[31:0];
        10'd49:
          read_data <= store_busy[63:32];
        10'd50:
          read_data <= store_memory_stalled[31:0];
        10'd51:
          read_data <= store_memory_stalled[63:32];
        10'd52:
          read_data <= store_token_stalled[31:0];
        10'd53:
          read_data <= store_token_stalled[63:32];
        10'd54:
          read_data <= uop_load_bytes[31:0];
        10'd55:
          read_data <= uop_load_bytes[63:32];
        10'd56:
          read_data <= inp_load_bytes[31:0];
        10'd57:
          read_data <= inp_load_bytes[63:32];
        10'd58:
          read_data <= wgt_load_bytes[31:0];
        10'd59:
          read_data <= wgt_load_bytes[63:32];
        10'd60:
          read_data <= acc_load_bytes[31:0];
        10'd61:
          read_data <= acc_load_bytes[63:32];
        10'd62:
          read_data <= out_store_bytes[31:0];
        10'd63:
          read_data <= out_store_bytes[63:32];
        10'd64:
          read_data <= gemm_steps[31:0];
        10'd65:
          read_data <= gemm_steps[63:32];
        10'd66:
          read_data <= alu_steps[31:0];
        10'd67:
          read_data <= alu_steps[63:32];
        10'd68:
          read_data <= load_instruction_stalled[31:0];
        10'd69:
          read_data <= load_instruction_stalled[63:32];
        10'd70:
          read_data <= load_idle[31:0];
        10'd71:
          read_data <= load_idle[63:32];
        10'd72:
          read_data <= compute_instruction_stalled[31:0];
        10'd73:
          read_data <= compute_instruction_stalled[63:32];
        10'd74:
          read_data <= compute_idle[31:0];
        10'd75:
          read_data <= compute_idle[63:32];
        10'd76:
          read_data <= store_instruction_stalled[31:0];
        10'd77:
          read_data <= store_instruction_stalled[63:32];
        10'd78:
          read_data <= store_idle[31:0];
        10'd79:
          read_data <= store_idle[63:32];
        default: ;
      endcase
    end
  end

  wire unused_ok = &{1'b0, host_awaddr[1:0], host_araddr[1:0]};
endmodule
