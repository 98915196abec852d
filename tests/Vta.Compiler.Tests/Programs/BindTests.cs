using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Programs;
using Vta.Compiler.Tensors;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Simulator;

namespace Vta.Compiler.Tests;

public class BindTests
{
    private static readonly CompiledWorkload s_workload = new ConvolutionTask
    {
        Title = "bound",
        Config = VtaConfig.Default,
        Shape = new ConvolutionShape { InChannels = 32, OutChannels = 32, Height = 8, Width = 8, KernelHeight = 3, KernelWidth = 3, PadHeight = 1, PadWidth = 1 },
        Stage = new OutputStage(HasBias: true, Shift: 8, Clip: (0, 127)),
        Seed = 0,
    }.Compile();

    [Fact]
    public void BaseRegistersGiveTheSameResult()
    {
        var program = s_workload.Program;
        var at = ProgramAddresses.Allocate(program, 0x10000);
        uint Of(string name) => at.Of(program.Buffers.Single(buffer => buffer.Name == name));
        var bound = program.Bind(at, new BaseAddresses(at.MicroOps, Of("data"), Of("kernel"), Of("bias"), Of("res")));
        bound.Instructions.Where(word => word.Opcode(program.Config.Layout) == Opcode.Load)
            .Min(word => MemoryInstruction.Decode(program.Config.Layout, word).DramBase).Should().Be(0);

        var dram = new Dram();
        foreach (var segment in bound.Segments())
            dram.Write(segment.Address, segment.Data);
        foreach (var name in (string[])["data", "kernel", "bias"])
            dram.Write(Of(name), s_workload.Bundle.Memory.Single(segment => segment.File == $"{name}.bin.gz").Data);
        new BehaviouralSimulator(program.Config).Launch(dram, bound.Request).ThrowOnFault(program.Config, dram, bound.Request);

        var expected = s_workload.Bundle.Expected.Single().Data;
        var found = new byte[expected.Length];
        dram.Read(Of("res"), found);
        found.Should().Equal(expected);
    }

    [Fact]
    public void BuffersLieOnPagesOfTheirOwn()
    {
        var program = s_workload.Program;
        var at = ProgramAddresses.Allocate(program);
        program.Buffers.Select(buffer => $"{buffer.Name} 0x{at.Of(buffer):x}").Should().Equal("data 0x1000", "kernel 0x2000", "bias 0x5000", "res 0x6000");
        (at.MicroOps, at.Instructions).Should().Be((0x7000u, 0x8000u));
    }

    [Fact]
    public void BufferThatIsNotAligned() => Refused(
        at => at + 8, default, "buffer data is 4104 bytes from the INP base register; it has to be a multiple of 16");

    [Fact]
    public void BufferBelowItsBaseRegister() => Refused(
        at => at, new BaseAddresses(Inp: 0x2000), "buffer data at 0x1000 lies below the INP base register, 0x2000");

    [Fact]
    public void BufferWithoutAddress()
    {
        var program = s_workload.Program;
        var bind = () => program.Bind(new ProgramAddresses(0, 0, new Dictionary<DramBuffer, uint>()));
        bind.Should().Throw<VtaInputException>().Which.Message.Should().Be("buffer data has no address");
    }

    [Fact]
    public void ProgramBeyond32Bits()
    {
        var program = s_workload.Program;
        var allocate = () => ProgramAddresses.Allocate(program, 0xfffff000);
        allocate.Should().Throw<VtaInputException>().Which.Message.Should().Be(
            "buffer kernel of 9216 bytes at address 0x100000000 reaches beyond 32-bit addresses");
    }

    private static void Refused(Func<uint, uint> move, BaseAddresses bases, string message)
    {
        var program = s_workload.Program;
        var at = ProgramAddresses.Allocate(program);
        var bind = () => program.Bind(at with { Buffers = at.Buffers.ToDictionary(pair => pair.Key, pair => move(pair.Value)) }, bases);
        bind.Should().Throw<VtaInputException>().Which.Message.Should().Be(message);
    }
}
