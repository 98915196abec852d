// AxiLiteRegisters_3x32, described in src/Vta.Hdl/Library/Axi/AxiLiteRegisters.cs
//   count = 3
// Generated: change the description instead.
module AxiLiteRegisters_3x32 (
  input  wire        clock,
  input  wire        reset,
  input  wire        s_axi_awvalid,
  output wire        s_axi_awready,
  input  wire [5:0]  s_axi_awaddr,
  input  wire [2:0]  s_axi_awprot,
  input  wire        s_axi_wvalid,
  output wire        s_axi_wready,
  input  wire [31:0] s_axi_wdata,
  input  wire [3:0]  s_axi_wstrb,
  output wire        s_axi_bvalid,
  input  wire        s_axi_bready,
  output wire [1:0]  s_axi_bresp,
  input  wire        s_axi_arvalid,
  output wire        s_axi_arready,
  input  wire [5:0]  s_axi_araddr,
  input  wire [2:0]  s_axi_arprot,
  output wire        s_axi_rvalid,
  input  wire        s_axi_rready,
  output wire [31:0] s_axi_rdata,
  output wire [1:0]  s_axi_rresp,
  output wire [31:0] value_0,
  output wire [31:0] value_1,
  output wire [31:0] value_2
);

  localparam [1:0] AXI_RESPONSE_OKAY = 2'd0;
  localparam [1:0] AXI_RESPONSE_SLAVE_ERROR = 2'd2;

  reg [31:0] register_0;
  reg [31:0] register_1;
  reg [31:0] register_2;
  reg answers;                                                      // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:12
  reg [1:0] response;                                               // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:13
  wire writes;                                                      // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:14
  reg answers_2;                                                    // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:35
  reg [31:0] answer_data;                                           // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:36
  reg [1:0] answer_resp;                                            // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:36
  reg [31:0] word;

  assign value_0 = register_0;
  assign value_1 = register_1;
  assign value_2 = register_2;
  assign writes = s_axi_awvalid && s_axi_wvalid && !answers;        // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:14
  assign s_axi_awready = writes;                                    // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:15
  assign s_axi_wready = writes;                                     // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:16
  assign s_axi_bvalid = answers;                                    // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:17
  assign s_axi_bresp = response;                                    // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:18
  assign s_axi_arready = !answers_2;                                // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:37
  assign s_axi_rvalid = answers_2;                                  // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:38
  assign s_axi_rdata = answer_data;                                 // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:39
  assign s_axi_rresp = answer_resp;                                 // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:39

  always @* begin
    word = 32'd0;
    case (s_axi_araddr[5:2])
      4'd0:
        word = register_0;
      4'd1:
        word = register_1;
      4'd2:
        word = register_2;
      default: ;
    endcase
  end

  initial begin
    answer_data = 32'd0;
    answer_resp = 2'd0;
  end

  always @(posedge clock) begin : lanes
    integer n;
    if (reset) begin
      register_0 <= 32'd0;
      register_1 <= 32'd0;
      register_2 <= 32'd0;
      answers <= 1'b0;
      response <= AXI_RESPONSE_OKAY;
      answers_2 <= 1'b0;
    end else begin
      if (writes) begin                                             // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:19
        answers <= 1'b1;                                            // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:21
        // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:22
        response <= ({1'b0, s_axi_awaddr[5:2]} < 5'd3) ? AXI_RESPONSE_OKAY : AXI_RESPONSE_SLAVE_ERROR;
      end else if (s_axi_bready)                                    // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:24
        answers <= 1'b0;                                            // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:25
      if (writes && s_axi_awaddr[5:2] == 4'd0)
        for (n = 0; n < 4; n = n + 1)
          register_0[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_0[n*8 +: 8];
      if (writes && s_axi_awaddr[5:2] == 4'd1)
        for (n = 0; n < 4; n = n + 1)
          register_1[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_1[n*8 +: 8];
      if (writes && s_axi_awaddr[5:2] == 4'd2)
        for (n = 0; n < 4; n = n + 1)
          register_2[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_2[n*8 +: 8];
      if (s_axi_arvalid && s_axi_arready)                           // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:41
        answers_2 <= 1'b1;                                          // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:43
      else if (s_axi_rready)                                        // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:47
        answers_2 <= 1'b0;                                          // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:48
    end
  end

  always @(posedge clock) begin
    if (s_axi_arvalid && s_axi_arready) begin                       // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:41
      // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:44
      answer_resp <= ({1'b0, s_axi_araddr[5:2]} < 5'd3) ? AXI_RESPONSE_OKAY : AXI_RESPONSE_SLAVE_ERROR;
      answer_data <= word;                                          // src/Vta.Hdl/Library/Axi/AxiLiteAccess.cs:45
    end
  end

  wire unused_ok = &{1'b0, s_axi_awaddr[1:0], s_axi_awprot, s_axi_araddr[1:0], s_axi_arprot};
endmodule
