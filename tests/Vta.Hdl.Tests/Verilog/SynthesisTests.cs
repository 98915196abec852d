using System.Text.RegularExpressions;
using Vta.Hdl.Library;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>What Yosys makes of the Verilog for a Xilinx 7-series device.</summary>
public sealed class SynthesisTests
{
    [ToolFact("yosys")]
    public void A_product_of_eight_bits_takes_one_DSP_and_nothing_else()
    {
        Cells(new Product()).Should().Equal(new Dictionary<string, int> { ["DSP48E1"] = 1 });
    }

    [ToolFact("yosys")]
    public void Multiply_accumulate_lanes_take_one_DSP_for_each_product()
    {
        Cells(new MultiplyAccumulate(4, 8))["DSP48E1"].Should().Be(32);
    }

    [ToolFact("yosys")]
    public void A_deep_memory_becomes_block_RAM()
    {
        var cells = Cells(new BlockFifo<UInt>(UInt(64), 512));

        cells["RAMB36E1"].Should().Be(1);
        cells.Keys.Should().NotContain(c => c.StartsWith("RAM32") || c.StartsWith("RAM64"));
    }

    [ToolFact("yosys")]
    public void Write_masks_become_byte_enables_of_block_RAM()
    {
        var cells = Cells(new MaskedMemory());

        cells["RAMB36E1"].Should().Be(1);
        cells.GetValueOrDefault("FDRE").Should().Be(0);
    }

    [ToolFact("yosys")]
    public void A_register_that_is_but_an_address_goes_into_block_RAM()
    {
        var cells = Cells(new AddressRegister());

        cells["RAMB36E1"].Should().Be(1);
        cells.Keys.Should().NotContain(c => c.StartsWith("RAM32") || c.StartsWith("RAM64") || c.StartsWith("FD"));
    }

    /// <summary>The cells that are left, but for those of pins.</summary>
    private static Dictionary<string, int> Cells(Module module)
    {
        using var folder = new EmittedFolder(module.Elaborate());
        var result = ExternalTool.Run(
            "yosys", "-p", $"read_verilog {string.Join(' ', folder.Files)}; synth_xilinx -family xc7 -noiopad -noclkbuf -flatten; stat");
        result.ExitCode.Should().Be(0, result.Output);
        var statistics = result.Output[result.Output.LastIndexOf("Number of cells", StringComparison.Ordinal)..];
        return Regex.Matches(statistics, @"^ +([A-Z]\w+) +(\d+)$", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value));
    }

    private sealed class AddressRegister : Module
    {
        public readonly UInt Addr = In(UInt(10));
        public readonly Bool Enable = In();
        public readonly UInt D = In(UInt(32));
        public readonly UInt Q = Out(UInt(32));

        protected override void Build()
        {
            var ram = Mem(UInt(32), 1024);
            using (When(Enable))
                ram.Write(Addr, D);
            var a = RegNext(Addr);
            Q.Set(ram[a]);
        }
    }

    private sealed class Product : Module
    {
        public readonly SInt X = In(SInt(8));
        public readonly SInt Y = In(SInt(8));
        public readonly SInt Z = Out(SInt(16));

        protected override void Build() => Z.Set(X * Y);
    }

    private sealed class MaskedMemory : Module
    {
        public readonly UInt ReadAddress = In(UInt(10));
        public readonly Bool Read = In();
        public readonly UInt WriteAddress = In(UInt(10));
        public readonly UInt Word = In(UInt(32));
        public readonly UInt Mask = In(UInt(4));
        public readonly Bool Write = In();
        public readonly UInt Data = Out(UInt(32));

        protected override void Build()
        {
            var words = Mem(UInt(32), 1024);
            using (When(Write))
                words.Write(WriteAddress, Word, Mask);
            using (When(Read))
                Data.Set(words.Read(ReadAddress));
            using (Else())
                Data.Set(0);
        }
    }
}
