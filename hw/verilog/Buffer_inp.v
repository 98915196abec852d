// Buffer_inp, described in hw/Vta.Hardware/Buffers/BankedBuffer.cs
//   element bits = 128
//   depth = 2048
//   banks = 1
// Generated: change the description instead.
module Buffer_inp (
  input  wire         clock,
  input  wire         write_valid,                                  // BankedBuffer.cs
  input  wire [10:0]  write_index,                                  // BankedBuffer.cs
  input  wire         write_lanes,                                  // BankedBuffer.cs
  input  wire [1:0]   write_parts,                                  // BankedBuffer.cs
  input  wire [63:0]  write_data,                                   // BankedBuffer.cs
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

  wire [1:0] elements_mask = {2{write_valid && write_lanes}} & write_parts;
  wire [127:0] elements_data = {2{write_data}};

  always @(posedge clock) begin : elements_ports
    integer n;
    for (n = 0; n < 2; n = n + 1)                                   // BankedBuffer.cs
      if (elements_mask[n])
        elements[write_index][n*64 +: 64] <= elements_data[n*64 +: 64];
    if (read_enable)                                                // BankedBuffer.cs
      element <= elements[read_index];                              // BankedBuffer.cs
  end
endmodule
