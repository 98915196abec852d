// Axi4Memory_64x32, described in src/Vta.Hdl/Library/Axi/Axi4Memory.cs
//   words = 64
// Generated: change the description instead.
module Axi4Memory_64x32 (
  input  wire        clock,
  input  wire        reset,
  input  wire        s_axi_awvalid,
  output wire        s_axi_awready,
  input  wire [3:0]  s_axi_awid,
  input  wire [15:0] s_axi_awaddr,
  input  wire [7:0]  s_axi_awlen,
  input  wire [2:0]  s_axi_awsize,
  input  wire [1:0]  s_axi_awburst,
  input  wire        s_axi_awlock,
  input  wire [3:0]  s_axi_awcache,
  input  wire [2:0]  s_axi_awprot,
  input  wire [3:0]  s_axi_awqos,
  input  wire        s_axi_wvalid,
  output wire        s_axi_wready,
  input  wire [31:0] s_axi_wdata,
  input  wire [3:0]  s_axi_wstrb,
  input  wire        s_axi_wlast,
  output wire        s_axi_bvalid,
  input  wire        s_axi_bready,
  output wire [3:0]  s_axi_bid,
  output wire [1:0]  s_axi_bresp,
  input  wire        s_axi_arvalid,
  output wire        s_axi_arready,
  input  wire [3:0]  s_axi_arid,
  input  wire [15:0] s_axi_araddr,
  input  wire [7:0]  s_axi_arlen,
  input  wire [2:0]  s_axi_arsize,
  input  wire [1:0]  s_axi_arburst,
  input  wire        s_axi_arlock,
  input  wire [3:0]  s_axi_arcache,
  input  wire [2:0]  s_axi_arprot,
  input  wire [3:0]  s_axi_arqos,
  output wire        s_axi_rvalid,
  input  wire        s_axi_rready,
  output wire [3:0]  s_axi_rid,
  output wire [31:0] s_axi_rdata,
  output wire [1:0]  s_axi_rresp,
  output wire        s_axi_rlast
);

  localparam [1:0] AXI_BURST_FIXED = 2'd0;
  localparam [1:0] AXI_BURST_WRAPPING = 2'd2;
  localparam [1:0] AXI_RESPONSE_OKAY = 2'd0;

  reg is_writing;
  reg answers;
  reg [3:0] write_id;
  reg [15:0] write_addr;
  reg [7:0] write_len;
  reg [2:0] write_size;
  reg [1:0] write_burst;
  reg is_reading;
  reg [3:0] read_id;
  reg [15:0] read_addr;
  reg [7:0] read_len;
  reg [2:0] read_size;
  reg [1:0] read_burst;
  reg [7:0] beats_taken;
  reg is_offered;
  reg [3:0] offer_id;
  reg [31:0] offer_data;
  reg [1:0] offer_resp;
  reg offer_last;
  wire is_last;
  reg [31:0] memory [0:63];

  assign s_axi_awready = !is_writing && !answers;
  assign s_axi_wready = is_writing;
  assign s_axi_bvalid = answers;
  assign s_axi_bid = write_id;
  assign s_axi_bresp = 2'd0;
  assign s_axi_arready = !is_reading && !is_offered;
  assign s_axi_rvalid = is_offered;
  assign s_axi_rid = offer_id;
  assign s_axi_rdata = offer_data;
  assign s_axi_rresp = offer_resp;
  assign s_axi_rlast = offer_last;
  assign is_last = beats_taken + {7'd0, is_offered} == read_len;

  initial begin
    write_id = 4'd0;
    write_addr = 16'd0;
    write_len = 8'd0;
    write_size = 3'd0;
    write_burst = 2'd0;
    read_id = 4'd0;
    read_addr = 16'd0;
    read_len = 8'd0;
    read_size = 3'd0;
    read_burst = 2'd0;
    offer_id = 4'd0;
    offer_data = 32'd0;
    offer_resp = 2'd0;
    offer_last = 1'b0;
  end

  wire is_offered_condition = is_reading && (!is_offered || s_axi_rready);

  always @(posedge clock) begin
    if (reset) begin
      is_writing <= 1'b0;
      answers <= 1'b0;
      is_reading <= 1'b0;
      beats_taken <= 8'd0;
      is_offered <= 1'b0;
    end else begin
      if (s_axi_awvalid && s_axi_awready)
        is_writing <= 1'b1;
      if (s_axi_wvalid && s_axi_wready)
        if (s_axi_wlast) begin
          is_writing <= 1'b0;
          answers <= 1'b1;
        end
      if (s_axi_bvalid && s_axi_bready)
        answers <= 1'b0;
      if (s_axi_arvalid && s_axi_arready)
        is_reading <= 1'b1;
      if (s_axi_rvalid && s_axi_rready)
        beats_taken <= offer_last ? 8'd0 : beats_taken + 8'd1;
      if (is_offered_condition) begin
        is_offered <= 1'b1;
        if (is_last)
          is_reading <= 1'b0;
      end else if (s_axi_rready)
        is_offered <= 1'b0;
    end
  end

  wire [15:0] write_addr_shifted = 16'd1 << write_size;
  wire [15:0] write_addr_value = ({8'd0, write_len} << write_size) | (write_addr_shifted - 16'd1);
  wire [15:0] write_addr_sum = (write_addr & ~(write_addr_shifted - 16'd1)) + write_addr_shifted;
  wire [31:0] memory_at_read_addr_7_2 = memory[read_addr[7:2]];
  wire [15:0] read_addr_shifted = 16'd1 << read_size;
  wire [15:0] read_addr_value = ({8'd0, read_len} << read_size) | (read_addr_shifted - 16'd1);
  wire [15:0] read_addr_sum = (read_addr & ~(read_addr_shifted - 16'd1)) + read_addr_shifted;

  always @(posedge clock) begin
    if (s_axi_awvalid && s_axi_awready) begin
      write_id <= s_axi_awid;
      write_addr <= s_axi_awaddr;
      write_len <= s_axi_awlen;
      write_size <= s_axi_awsize;
      write_burst <= s_axi_awburst;
    end
    if (s_axi_wvalid && s_axi_wready)
      write_addr <= (write_burst == AXI_BURST_FIXED) ? write_addr : (write_burst == AXI_BURST_WRAPPING)
          ? (write_addr & ~write_addr_value) | (write_addr_sum & write_addr_value) : write_addr_sum;
    if (s_axi_arvalid && s_axi_arready) begin
      read_id <= s_axi_arid;
      read_addr <= s_axi_araddr;
      read_len <= s_axi_arlen;
      read_size <= s_axi_arsize;
      read_burst <= s_axi_arburst;
    end
    if (is_offered_condition) begin
      offer_id <= read_id;
      offer_data <= memory_at_read_addr_7_2;
      offer_resp <= AXI_RESPONSE_OKAY;
      offer_last <= is_last;
      read_addr <= (read_burst == AXI_BURST_FIXED) ? read_addr : (read_burst == AXI_BURST_WRAPPING)
          ? (read_addr & ~read_addr_value) | (read_addr_sum & read_addr_value) : read_addr_sum;
    end
  end

  `ifndef UNDEFINED_MEMORIES
  initial begin : memory_start
    integer n;
    for (n = 0; n < 64; n = n + 1)
      memory[n] = 32'd0;
  end
  `endif

  wire [3:0] memory_mask = {4{s_axi_wvalid && s_axi_wready}} & s_axi_wstrb;

  always @(posedge clock) begin : memory_ports
    integer n;
    for (n = 0; n < 4; n = n + 1)
      if (memory_mask[n])
        memory[write_addr[7:2]][n*8 +: 8] <= s_axi_wdata[n*8 +: 8];
  end

  wire unused_ok = &{1'b0, s_axi_awlock, s_axi_awcache, s_axi_awprot, s_axi_awqos, s_axi_arlock, s_axi_arcache,
      s_axi_arprot, s_axi_arqos};
endmodule
