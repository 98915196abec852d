// Buffer_out, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 128
//   depth = 2048
//   banks = 1
// Generated: change the description instead.
module Buffer_out (
  input  wire         clock,
  input  wire         write_valid,                                  // BankedBuffer.cs
  input  wire [10:0]  write_index,                                  // BankedBuffer.cs
  input  wire         write_lanes,                                  // BankedBuffer.cs
  input  wire [7:0]   write_parts,                                  // BankedBuffer.cs
  input  wire [63:0]  write_data,                                   // BankedBuffer.cs
  input  wire         element_valid,                                // BankedBuffer.cs
  input  wire [10:0]  element_index,                                // BankedBuffer.cs
  input  wire [127:0] element_data,                                 // BankedBuffer.cs
  input  wire         read_enable,                                  // BankedBuffer.cs
  input  wire [10:0]  read_index,                                   // BankedBuffer.cs
  output wire [127:0] read_data                                     // BankedBuffer.cs
);

  reg [127:0] element;                                              // BankedBuffer.cs
  reg [127:0] elements [0:2047];                                    // BankedBuffer.cs

  assign read_data = element;                                       // BankedBuffer.cs

  initial begin
    element = 128'd0;
  end

  initial begin : elements_start
    integer n;
    for (n = 0; n < 2048; n = n + 1)
      elements[n] = 128'd0;
  end

  wire [10:0] elements_address_choice = element_valid ? element_index : write_index;
  wire [7:0] elements_mask = {8{(write_valid && write_lanes) || element_valid}}
      & (element_valid ? 8'd255 : write_parts);
  wire [127:0] elements_data = element_valid ? element_data : {2{write_data}};

  always @(posedge clock) begin : elements_ports
    integer n;
    for (n = 0; n < 8; n = n + 1)                                   // BankedBuffer.cs
      if (elements_mask[n])
        elements[elements_address_choice][n*16 +: 16] <= elements_data[n*16 +: 16];
    if (read_enable)                                                // BankedBuffer.cs
      element <= elements[read_index];                              // BankedBuffer.cs
  end
endmodule
