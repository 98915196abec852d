// Axi4Memory_64x32, described in src/Vta.Hdl/Library/Axi/Axi4Memory.cs
//   words = 64
// Generated: change the description instead.
module Axi4Memory_64x32 (
  input  wire        clock,
  input  wire        reset,
  input  wire        s_axi_awvalid,                                 // Axi4Memory.cs
  output wire        s_axi_awready,                                 // Axi4Memory.cs
  input  wire [3:0]  s_axi_awid,                                    // Axi4Memory.cs
  input  wire [15:0] s_axi_awaddr,                                  // Axi4Memory.cs
  input  wire [7:0]  s_axi_awlen,                                   // Axi4Memory.cs
  input  wire [2:0]  s_axi_awsize,                                  // Axi4Memory.cs
  input  wire [1:0]  s_axi_awburst,                                 // Axi4Memory.cs
  input  wire        s_axi_awlock,                                  // Axi4Memory.cs
  input  wire [3:0]  s_axi_awcache,                                 // Axi4Memory.cs
  input  wire [2:0]  s_axi_awprot,                                  // Axi4Memory.cs
  input  wire [3:0]  s_axi_awqos,                                   // Axi4Memory.cs
  input  wire        s_axi_wvalid,                                  // Axi4Memory.cs
  output wire        s_axi_wready,                                  // Axi4Memory.cs
  input  wire [31:0] s_axi_wdata,                                   // Axi4Memory.cs
  input  wire [3:0]  s_axi_wstrb,                                   // Axi4Memory.cs
  input  wire        s_axi_wlast,                                   // Axi4Memory.cs
  output wire        s_axi_bvalid,                                  // Axi4Memory.cs
  input  wire        s_axi_bready,                                  // Axi4Memory.cs
  output wire [3:0]  s_axi_bid,                                     // Axi4Memory.cs
  output wire [1:0]  s_axi_bresp,                                   // Axi4Memory.cs
  input  wire        s_axi_arvalid,                                 // Axi4Memory.cs
  output wire        s_axi_arready,                                 // Axi4Memory.cs
  input  wire [3:0]  s_axi_arid,                                    // Axi4Memory.cs
  input  wire [15:0] s_axi_araddr,                                  // Axi4Memory.cs
  input  wire [7:0]  s_axi_arlen,                                   // Axi4Memory.cs
  input  wire [2:0]  s_axi_arsize,                                  // Axi4Memory.cs
  input  wire [1:0]  s_axi_arburst,                                 // Axi4Memory.cs
  input  wire        s_axi_arlock,                                  // Axi4Memory.cs
  input  wire [3:0]  s_axi_arcache,                                 // Axi4Memory.cs
  input  wire [2:0]  s_axi_arprot,                                  // Axi4Memory.cs
  input  wire [3:0]  s_axi_arqos,                                   // Axi4Memory.cs
  output wire        s_axi_rvalid,                                  // Axi4Memory.cs
  input  wire        s_axi_rready,                                  // Axi4Memory.cs
  output wire [3:0]  s_axi_rid,                                     // Axi4Memory.cs
  output wire [31:0] s_axi_rdata,                                   // Axi4Memory.cs
  output wire [1:0]  s_axi_rresp,                                   // Axi4Memory.cs
  output wire        s_axi_rlast                                    // Axi4Memory.cs
);

  localparam [1:0] AXI_BURST_FIXED = 2'd0;
  localparam [1:0] AXI_BURST_WRAPPING = 2'd2;
  localparam [1:0] AXI_RESPONSE_OKAY = 2'd0;

  reg is_writing;                                                   // Axi4Memory.cs
  reg answers;                                                      // Axi4Memory.cs
  reg [3:0] write_id;                                               // Axi4Memory.cs
  reg [15:0] write_addr;                                            // Axi4Memory.cs
  reg [7:0] write_len;                                              // Axi4Memory.cs
  reg [2:0] write_size;                                             // Axi4Memory.cs
  reg [1:0] write_burst;                                            // Axi4Memory.cs
  reg is_reading;                                                   // Axi4Memory.cs
  reg [3:0] read_id;                                                // Axi4Memory.cs
  reg [15:0] read_addr;                                             // Axi4Memory.cs
  reg [7:0] read_len;                                               // Axi4Memory.cs
  reg [2:0] read_size;                                              // Axi4Memory.cs
  reg [1:0] read_burst;                                             // Axi4Memory.cs
  reg [7:0] beats_taken;                                            // Axi4Memory.cs
  reg is_offered;                                                   // Axi4Memory.cs
  reg [3:0] offer_id;                                               // Axi4Memory.cs
  reg [31:0] offer_data;                                            // Axi4Memory.cs
  reg [1:0] offer_resp;                                             // Axi4Memory.cs
  reg offer_last;                                                   // Axi4Memory.cs
  wire is_last;                                                     // Axi4Memory.cs
  reg [31:0] memory [0:63];                                         // Axi4Memory.cs

  assign s_axi_awready = !is_writing && !answers;                   // Axi4Memory.cs
  assign s_axi_wready = is_writing;                                 // Axi4Memory.cs
  assign s_axi_bvalid = answers;                                    // Axi4Memory.cs
  assign s_axi_bid = write_id;                                      // Axi4Memory.cs
  assign s_axi_bresp = 2'd0;                                        // Axi4Memory.cs
  assign s_axi_arready = !is_reading && !is_offered;                // Axi4Memory.cs
  assign s_axi_rvalid = is_offered;                                 // Axi4Memory.cs
  assign s_axi_rid = offer_id;                                      // Axi4Memory.cs
  assign s_axi_rdata = offer_data;                                  // Axi4Memory.cs
  assign s_axi_rresp = offer_resp;                                  // Axi4Memory.cs
  assign s_axi_rlast = offer_last;                                  // Axi4Memory.cs
  assign is_last = beats_taken + {7'd0, is_offered} == read_len;    // Axi4Memory.cs

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
      if (s_axi_awvalid && s_axi_awready)                           // Axi4Memory.cs
        is_writing <= 1'b1;                                         // Axi4Memory.cs
      if (s_axi_wvalid && s_axi_wready)                             // Axi4Memory.cs
        if (s_axi_wlast) begin                                      // Axi4Memory.cs
          is_writing <= 1'b0;                                       // Axi4Memory.cs
          answers <= 1'b1;                                          // Axi4Memory.cs
        end
      if (s_axi_bvalid && s_axi_bready)                             // Axi4Memory.cs
        answers <= 1'b0;                                            // Axi4Memory.cs
      if (s_axi_arvalid && s_axi_arready)                           // Axi4Memory.cs
        is_reading <= 1'b1;                                         // Axi4Memory.cs
      if (s_axi_rvalid && s_axi_rready)                             // Axi4Memory.cs
        beats_taken <= offer_last ? 8'd0 : beats_taken + 8'd1;      // Axi4Memory.cs
      if (is_offered_condition) begin                               // Axi4Memory.cs
        is_offered <= 1'b1;                                         // Axi4Memory.cs
        if (is_last)                                                // Axi4Memory.cs
          is_reading <= 1'b0;                                       // Axi4Memory.cs
      end else if (s_axi_rready)                                    // Axi4Memory.cs
        is_offered <= 1'b0;                                         // Axi4Memory.cs
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
    if (s_axi_awvalid && s_axi_awready) begin                       // Axi4Memory.cs
      write_id <= s_axi_awid;                                       // Axi4Memory.cs
      write_addr <= s_axi_awaddr;                                   // Axi4Memory.cs
      write_len <= s_axi_awlen;                                     // Axi4Memory.cs
      write_size <= s_axi_awsize;                                   // Axi4Memory.cs
      write_burst <= s_axi_awburst;                                 // Axi4Memory.cs
    end
    if (s_axi_wvalid && s_axi_wready)                               // Axi4Memory.cs
      write_addr <= (write_burst == AXI_BURST_FIXED) ? write_addr : (write_burst == AXI_BURST_WRAPPING)  // Axi4Memory.cs
          ? (write_addr & ~write_addr_value) | (write_addr_sum & write_addr_value) : write_addr_sum;
    if (s_axi_arvalid && s_axi_arready) begin                       // Axi4Memory.cs
      read_id <= s_axi_arid;                                        // Axi4Memory.cs
      read_addr <= s_axi_araddr;                                    // Axi4Memory.cs
      read_len <= s_axi_arlen;                                      // Axi4Memory.cs
      read_size <= s_axi_arsize;                                    // Axi4Memory.cs
      read_burst <= s_axi_arburst;                                  // Axi4Memory.cs
    end
    if (is_offered_condition) begin                                 // Axi4Memory.cs
      offer_id <= read_id;                                          // Axi4Memory.cs
      offer_data <= memory_at_read_addr_7_2;                        // Axi4Memory.cs
      offer_resp <= AXI_RESPONSE_OKAY;                              // Axi4Memory.cs
      offer_last <= is_last;                                        // Axi4Memory.cs
      read_addr <= (read_burst == AXI_BURST_FIXED) ? read_addr : (read_burst == AXI_BURST_WRAPPING)  // Axi4Memory.cs
          ? (read_addr & ~read_addr_value) | (read_addr_sum & read_addr_value) : read_addr_sum;
    end
  end

  initial begin : memory_start
    integer n;
    for (n = 0; n < 64; n = n + 1)
      memory[n] = 32'd0;
  end

  wire [3:0] memory_mask = {4{s_axi_wvalid && s_axi_wready}} & s_axi_wstrb;

  always @(posedge clock) begin : memory_ports
    integer n;
    for (n = 0; n < 4; n = n + 1)                                   // Axi4Memory.cs
      if (memory_mask[n])
        memory[write_addr[7:2]][n*8 +: 8] <= s_axi_wdata[n*8 +: 8];
  end

  wire unused_ok = &{1'b0, s_axi_awlock, s_axi_awcache, s_axi_awprot, s_axi_awqos, s_axi_arlock, s_axi_arcache,
      s_axi_arprot, s_axi_arqos};
endmodule
