// VtaAxi, described in hw/Vta.Hardware/Shells/MemoryPorts.cs
//   configuration = 1x16_i8w8a32_15_15_18_17
// Generated: change the description instead.
module VtaAxi (
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
  input  wire        m_axi_rlast,
  output wire        m_axi_arid,                                    // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [2:0]  m_axi_arsize,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [1:0]  m_axi_arburst,                                 // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire        m_axi_arlock,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [3:0]  m_axi_arcache,                                 // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [2:0]  m_axi_arprot,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [3:0]  m_axi_arqos,                                   // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire        m_axi_awid,                                    // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [2:0]  m_axi_awsize,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [1:0]  m_axi_awburst,                                 // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire        m_axi_awlock,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [3:0]  m_axi_awcache,                                 // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [2:0]  m_axi_awprot,                                  // hw/Vta.Hardware/Shells/AxiShell.cs:33
  output wire [3:0]  m_axi_awqos                                    // hw/Vta.Hardware/Shells/AxiShell.cs:33
);

  assign m_axi_arid = 1'b0;                                         // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arsize = 3'd3;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arburst = 2'd1;                                      // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arlock = 1'b0;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arcache = 4'd15;                                     // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arprot = 3'd0;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_arqos = 4'd0;                                        // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awid = 1'b0;                                         // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awsize = 3'd3;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awburst = 2'd1;                                      // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awlock = 1'b0;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awcache = 4'd15;                                     // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awprot = 3'd0;                                       // hw/Vta.Hardware/Shells/AxiShell.cs:45
  assign m_axi_awqos = 4'd0;                                        // hw/Vta.Hardware/Shells/AxiShell.cs:45

  Vta accelerator (                                                 // hw/Vta.Hardware/Shells/AxiShell.cs:41
    .clock         (clock),
    .reset         (reset),
    .s_axi_awvalid (s_axi_awvalid),
    .s_axi_awready (s_axi_awready),
    .s_axi_awaddr  (s_axi_awaddr),
    .s_axi_wvalid  (s_axi_wvalid),
    .s_axi_wready  (s_axi_wready),
    .s_axi_wdata   (s_axi_wdata),
    .s_axi_bvalid  (s_axi_bvalid),
    .s_axi_bready  (s_axi_bready),
    .s_axi_bresp   (s_axi_bresp),
    .s_axi_arvalid (s_axi_arvalid),
    .s_axi_arready (s_axi_arready),
    .s_axi_araddr  (s_axi_araddr),
    .s_axi_rvalid  (s_axi_rvalid),
    .s_axi_rready  (s_axi_rready),
    .s_axi_rdata   (s_axi_rdata),
    .s_axi_rresp   (s_axi_rresp),
    .m_axi_awvalid (m_axi_awvalid),
    .m_axi_awready (m_axi_awready),
    .m_axi_awaddr  (m_axi_awaddr),
    .m_axi_awlen   (m_axi_awlen),
    .m_axi_wvalid  (m_axi_wvalid),
    .m_axi_wready  (m_axi_wready),
    .m_axi_wdata   (m_axi_wdata),
    .m_axi_wstrb   (m_axi_wstrb),
    .m_axi_wlast   (m_axi_wlast),
    .m_axi_bvalid  (m_axi_bvalid),
    .m_axi_bready  (m_axi_bready),
    .m_axi_bresp   (m_axi_bresp),
    .m_axi_arvalid (m_axi_arvalid),
    .m_axi_arready (m_axi_arready),
    .m_axi_araddr  (m_axi_araddr),
    .m_axi_arlen   (m_axi_arlen),
    .m_axi_rvalid  (m_axi_rvalid),
    .m_axi_rready  (m_axi_rready),
    .m_axi_rdata   (m_axi_rdata),
    .m_axi_rresp   (m_axi_rresp),
    .m_axi_rlast   (m_axi_rlast)
  );
endmodule
