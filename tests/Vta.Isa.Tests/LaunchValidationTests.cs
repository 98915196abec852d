using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Isa.Tests;

public sealed class LaunchValidationTests
{
    private static readonly VtaConfig Config = VtaConfig.Default;

    [Fact]
    public void Programs_within_bounds_pass()
    {
        var load = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, (1u << 28) - 1, 1, 1, 1);
        Check([load.Encode(Config.Layout), InstructionWords.Finish(Config.Layout)]);
    }

    [Fact]
    public void What_reaches_beyond_is_shown()
    {
        var load = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, (1u << 28) - 8, 2, 1, 8);
        Line([load.Encode(Config.Layout)]).Should().Be("instruction 0: reads up to address 0x10000000f, beyond 32-bit addresses: "
            + "LOAD INP sram 0, dram 268435448, size 2x1, stride 8");
        var store = new MemoryInstruction(Opcode.Store, Dependencies.None, MemoryId.Out, 0, (1u << 28) - 8, 1, 8, 8);
        Line([default, store.Encode(Config.Layout)], new BaseAddresses(Out: 64)).Should().Be(
            "instruction 1: writes up to address 0x10000003f, beyond 32-bit addresses: STORE OUT sram 0, dram 268435448, size 1x8, stride 8");
    }

    [Fact]
    public void What_is_never_run_is_not_looked_at()
    {
        var load = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, uint.MaxValue, 1, 1, 1);
        Check([(load with { XSize = 0 }).Encode(Config.Layout), (load with { Memory = MemoryId.Out }).Encode(Config.Layout),
            InstructionWords.Finish(Config.Layout), load.Encode(Config.Layout)]);
    }

    [Fact]
    public void Bases_are_aligned()
    {
        Line([], new BaseAddresses(Wgt: 64)).Should().Be("the wgt base register is 0x40; it has to be a multiple of 256");
        Line([], new BaseAddresses(Uop: 4)).Should().Be("the uop base register is 0x4; it has to be a multiple of 64");
    }

    [Fact]
    public void Instructions_are_aligned_and_within_32_bits()
    {
        Line(new LaunchRequest(0x1008, 1)).Should().Be("the instruction address 0x1008 is not a multiple of 16");
        Line(new LaunchRequest(0xffff_fff0, 2)).Should().Be("2 instructions from address 0xfffffff0 on reach beyond 32-bit addresses");
    }

    private static string Line(InstructionWord[] program, BaseAddresses bases = default) =>
        FluentActions.Invoking(() => Check(program, bases)).Should().Throw<VtaInputException>().Which.Line;

    private static string Line(LaunchRequest request) =>
        FluentActions.Invoking(() => LaunchValidation.Check(Config, new Dram(), request)).Should().Throw<VtaInputException>().Which.Line;

    private static void Check(InstructionWord[] program, BaseAddresses bases = default)
    {
        var dram = new Dram();
        var bytes = new byte[InstructionWord.Bytes];
        for (var index = 0; index < program.Length; index++)
        {
            program[index].Write(bytes);
            dram.Write((uint)(0x1000 + index * InstructionWord.Bytes), bytes);
        }
        LaunchValidation.Check(Config, dram, new LaunchRequest(0x1000, (uint)program.Length, bases));
    }
}
