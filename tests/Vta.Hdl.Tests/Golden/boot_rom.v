1234
abcd
0000
0000
0005

3ffff

// BootRom, described in tests/Vta.Hdl.Tests/Verilog/BootRom.cs
// Generated: change the description instead.
module BootRom (
  input  wire        clock,
  input  wire [2:0]  address,
  output wire [15:0] first,
  output wire [17:0] second,
  output wire [15:0] third
);

  reg [15:0] boot_data;
  reg [15:0] copy_data;
  reg [15:0] boot [0:5];
  reg [17:0] flags [0:7];
  reg [15:0] copy [0:7];

  assign first = boot_data;
  assign second = flags[address];
  assign third = copy_data;

  initial begin
    boot_data = 16'd0;
    copy_data = 16'd0;
  end

  initial begin : boot_start
    integer n;
    for (n = 5; n < 6; n = n + 1)
      boot[n] = 16'd0;
    $readmemh("boot.hex", boot, 0, 4);
  end

  always @(posedge clock) begin
    boot_data <= boot[address];
    if (address >= 3'd6)
      boot_data <= 16'd0;
  end

  initial begin : flags_start
    integer n;
    for (n = 1; n < 8; n = n + 1)
      flags[n] = 18'd0;
    $readmemh("boot_2.hex", flags, 0, 0);
  end

  initial begin : copy_start
    integer n;
    for (n = 5; n < 8; n = n + 1)
      copy[n] = 16'd0;
    $readmemh("boot.hex", copy, 0, 4);
  end

  always @(posedge clock) begin
    copy_data <= copy[address];
  end
endmodule
