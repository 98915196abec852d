// AxiLiteRegisters_3x32, described in src/Vta.Hdl/Library/Axi/AxiLiteRegisters.cs
//   count = 3
// Generated: change the description instead.
module AxiLiteRegisters_3x32 (
  input  wire        clock,
  input  wire        reset,
  input  wire        s_axi_awvalid,                                 // AxiLiteRegisters.cs
  output wire        s_axi_awready,                                 // AxiLiteRegisters.cs
  input  wire [5:0]  s_axi_awaddr,                                  // AxiLiteRegisters.cs
  input  wire [2:0]  s_axi_awprot,                                  // AxiLiteRegisters.cs
  input  wire        s_axi_wvalid,                                  // AxiLiteRegisters.cs
  output wire        s_axi_wready,                                  // AxiLiteRegisters.cs
  input  wire [31:0] s_axi_wdata,                                   // AxiLiteRegisters.cs
  input  wire [3:0]  s_axi_wstrb,                                   // AxiLiteRegisters.cs
  output wire        s_axi_bvalid,                                  // AxiLiteRegisters.cs
  input  wire        s_axi_bready,                                  // AxiLiteRegisters.cs
  output wire [1:0]  s_axi_bresp,                                   // AxiLiteRegisters.cs
  input  wire        s_axi_arvalid,                                 // AxiLiteRegisters.cs
  output wire        s_axi_arready,                                 // AxiLiteRegisters.cs
  input  wire [5:0]  s_axi_araddr,                                  // AxiLiteRegisters.cs
  input  wire [2:0]  s_axi_arprot,                                  // AxiLiteRegisters.cs
  output wire        s_axi_rvalid,                                  // AxiLiteRegisters.cs
  input  wire        s_axi_rready,                                  // AxiLiteRegisters.cs
  output wire [31:0] s_axi_rdata,                                   // AxiLiteRegisters.cs
  output wire [1:0]  s_axi_rresp,                                   // AxiLiteRegisters.cs
  output wire [31:0] value_0,                                       // AxiLiteRegisters.cs
  output wire [31:0] value_1,                                       // AxiLiteRegisters.cs
  output wire [31:0] value_2                                        // AxiLiteRegisters.cs
);

  localparam [1:0] AXI_RESPONSE_OKAY = 2'd0;
  localparam [1:0] AXI_RESPONSE_SLAVE_ERROR = 2'd2;

  reg [31:0] register_0;                                            // AxiLiteRegisters.cs
  reg [31:0] register_1;                                            // AxiLiteRegisters.cs
  reg [31:0] register_2;                                            // AxiLiteRegisters.cs
  reg answers;                                                      // AxiLiteRegisters.cs
  reg [1:0] response;                                               // AxiLiteRegisters.cs
  wire writes;                                                      // AxiLiteRegisters.cs
  reg answers_2;                                                    // AxiLiteRegisters.cs
  reg [31:0] answer_data;                                           // AxiLiteRegisters.cs
  reg [1:0] answer_resp;                                            // AxiLiteRegisters.cs

  assign value_0 = register_0;                                      // AxiLiteRegisters.cs
  assign value_1 = register_1;                                      // AxiLiteRegisters.cs
  assign value_2 = register_2;                                      // AxiLiteRegisters.cs
  assign writes = s_axi_awvalid && s_axi_wvalid && !answers;        // AxiLiteRegisters.cs
  assign s_axi_awready = writes;                                    // AxiLiteRegisters.cs
  assign s_axi_wready = writes;                                     // AxiLiteRegisters.cs
  assign s_axi_bvalid = answers;                                    // AxiLiteRegisters.cs
  assign s_axi_bresp = response;                                    // AxiLiteRegisters.cs
  assign s_axi_arready = !answers_2;                                // AxiLiteRegisters.cs
  assign s_axi_rvalid = answers_2;                                  // AxiLiteRegisters.cs
  assign s_axi_rdata = answer_data;                                 // AxiLiteRegisters.cs
  assign s_axi_rresp = answer_resp;                                 // AxiLiteRegisters.cs

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
      if (writes) begin                                             // AxiLiteRegisters.cs
        answers <= 1'b1;                                            // AxiLiteRegisters.cs
        response <= ({1'b0, s_axi_awaddr[5:2]} < 5'd3) ? AXI_RESPONSE_OKAY : AXI_RESPONSE_SLAVE_ERROR;  // AxiLiteRegisters.cs
      end else if (s_axi_bready)                                    // AxiLiteRegisters.cs
        answers <= 1'b0;                                            // AxiLiteRegisters.cs
      if (writes && s_axi_awaddr[5:2] == 4'd0)                      // AxiLiteRegisters.cs
        for (n = 0; n < 4; n = n + 1)                               // AxiLiteRegisters.cs
          register_0[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_0[n*8 +: 8];
      if (writes && s_axi_awaddr[5:2] == 4'd1)                      // AxiLiteRegisters.cs
        for (n = 0; n < 4; n = n + 1)                               // AxiLiteRegisters.cs
          register_1[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_1[n*8 +: 8];
      if (writes && s_axi_awaddr[5:2] == 4'd2)                      // AxiLiteRegisters.cs
        for (n = 0; n < 4; n = n + 1)                               // AxiLiteRegisters.cs
          register_2[n*8 +: 8] <= s_axi_wstrb[n] ? s_axi_wdata[n*8 +: 8] : register_2[n*8 +: 8];
      if (s_axi_arvalid && s_axi_arready)                           // AxiLiteRegisters.cs
        answers_2 <= 1'b1;                                          // AxiLiteRegisters.cs
      else if (s_axi_rready)                                        // AxiLiteRegisters.cs
        answers_2 <= 1'b0;                                          // AxiLiteRegisters.cs
    end
  end

  always @(posedge clock) begin
    if (s_axi_arvalid && s_axi_arready) begin                       // AxiLiteRegisters.cs
      answer_resp <= ({1'b0, s_axi_araddr[5:2]} < 5'd3) ? AXI_RESPONSE_OKAY : AXI_RESPONSE_SLAVE_ERROR;  // AxiLiteRegisters.cs
      answer_data <= 32'd0;                                         // AxiLiteRegisters.cs
      case (s_axi_araddr[5:2])                                      // AxiLiteRegisters.cs
        4'd0:
          answer_data <= register_0;                                // AxiLiteRegisters.cs
        4'd1:
          answer_data <= register_1;                                // AxiLiteRegisters.cs
        4'd2:
          answer_data <= register_2;                                // AxiLiteRegisters.cs
        default: ;
      endcase
    end
  end

  wire unused_ok = &{1'b0, s_axi_awaddr[1:0], s_axi_awprot, s_axi_araddr[1:0], s_axi_arprot};
endmodule
