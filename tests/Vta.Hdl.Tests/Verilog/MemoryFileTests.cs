using Vta.Hdl.Diagnostics;
using Vta.Hdl.Formal;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Memories whose words come from a file.</summary>
public sealed class MemoryFileTests
{
    [Fact]
    public void The_words_are_where_the_file_puts_them()
    {
        MemoryFile.Parse("boot.hex", BootRom.Contents).Should().Equal(0x1234, 0xabcd, 0, 0, 5);
        MemoryFile.Parse("boot.hex", "1 2 @1 3 // end").Should().Equal(1, 3);
        MemoryFile.Parse("boot.hex", "ffff_ffff_ffff_ffff_f/**/").Should().Equal((System.Numerics.BigInteger.One << 68) - 1);
        MemoryFile.Parse("boot.hex", "").Should().BeEmpty();
    }

    [Fact]
    public void A_file_is_read_from_disk()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "boot.hex");
        File.WriteAllText(path, "1\n2\n");

        var file = MemoryFile.Read(path);

        (file.Name, file.Count, file[1]).Should().Be(("boot.hex", 2, 2));
    }

    [Theory]
    [InlineData("1\n/*\n*/ 12x4", "rom/boot.hex:3: HW0011: '12x4' is no hexadecimal word, and no address behind @")]
    [InlineData("zz", "rom/boot.hex:1: HW0011: 'zz' is no hexadecimal word, and no address behind @")]
    [InlineData("@", "rom/boot.hex:1: HW0011: '@' is no hexadecimal word, and no address behind @")]
    [InlineData("-1", "rom/boot.hex:1: HW0011: '-1' is no hexadecimal word, and no address behind @")]
    [InlineData("\n@1000000 1", "rom/boot.hex:2: HW0011: a memory has at most 16777216 words: the addresses end at ffffff")]
    public void What_is_no_word_is_shown_with_its_line(string text, string message) =>
        FluentActions.Invoking(() => MemoryFile.Parse("rom/boot.hex", text)).Should().Throw<HdlException>().WithMessage(message);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        FluentActions.Invoking(() => MemoryFile.Read("no/such.hex")).Should().Throw<HdlException>()
            .WithMessage("*MemoryFileTests.cs:*: HW0011: the contents of a memory can't be read: *such.hex*");

    [Theory]
    [InlineData("1 2 3 4 5", "*HW0011: 5 words do not fit a memory of 4*")]
    [InlineData("1 100", "*HW0002: word 1 of the contents: 256 *")]
    public void What_does_not_fit_the_memory_is_refused(string text, string message) =>
        new Rom(MemoryFile.Parse("rom.hex", text)).Invoking(rom => rom.Elaborate()).Should().Throw<HdlException>().WithMessage(message);

    [Fact]
    public void The_simulators_start_with_the_words()
    {
        var design = new BootRom().Elaborate();
        using var simulator = new Simulator(design);
        foreach (var each in new SimulatorBase[] { simulator, new ReferenceSimulator(design) })
        {
            each.Poke("address", 4);
            each.Step();
            (each.Peek("first"), each.Peek("second"), each.PeekMemory("flags", 0)).Should().Be((5, 0, 0x3ffff));
        }
    }

    [Fact]
    public void Each_contents_is_a_file_in_front_of_the_modules()
    {
        var files = VerilogEmitter.Emit(new BootRom().Elaborate());

        files.Select(f => (f.Name, f.IsModule)).Should().Equal(("boot.hex", false), ("boot_2.hex", false), ("BootRom.v", true));
        files[0].Text.Should().Be("1234\nabcd\n0000\n0000\n0005\n");
        files[1].Text.Should().Be("3ffff\n");
        files[2].Text.Should().Contain("$readmemh(\"boot.hex\", boot, 0, 4);").And.Contain("$readmemh(\"boot_2.hex\", flags, 0, 0);")
            .And.Contain("$readmemh(\"boot.hex\", copy, 0, 4);").And.NotContain("abcd");
    }

    [ToolFact("iverilog", "vvp", "yosys")]
    public void Icarus_and_the_netlist_of_Yosys_read_the_files()
    {
        using var folder = new TemporaryFolder();
        var cosimulation = new Cosimulation(new BootRom().Elaborate(), folder.Path, seed: 1);

        (cosimulation.Icarus(), cosimulation.Netlist()).Should().Be(("end", "end"));
    }

    [ToolFact("yosys", "yosys-smtbmc", "z3")]
    public void The_prover_reads_the_files()
    {
        Prover.Prove(new Rom(MemoryFile.Parse("rom.hex", "1 2 3 4"))).IsProven.Should().BeTrue();
        Prover.Prove(new Rom(MemoryFile.Parse("rom.hex", "1 2 5 4"))).Status.Should().Be(ProofStatus.Failed);
    }

    /// <summary>Promises that no word is greater than 4.</summary>
    private sealed class Rom(MemoryFile file) : Module
    {
        public readonly UInt Address = In(UInt(2));
        public readonly UInt Word = Out(UInt(8));

        protected override void Build()
        {
            Word.Set(Mem(UInt(8), 4, contents: file)[Address]);
            Assert(Word <= 4, "words are small");
        }
    }
}
