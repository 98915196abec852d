using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Compiler.Programs;

/// <summary>A recorded program. It depends on no address until <see cref="Bind"/> gives its buffers theirs.</summary>
public sealed class VtaProgram
{
    internal VtaProgram(
        VtaConfig config,
        string name,
        IReadOnlyList<ProgramInstruction> instructions,
        IReadOnlyList<uint> microOps,
        IReadOnlyList<DramBuffer> buffers)
    {
        Config = config;
        Name = name;
        Instructions = instructions;
        MicroOps = microOps;
        Buffers = buffers;
    }

    /// <summary>The hardware that it is encoded for.</summary>
    public VtaConfig Config { get; }

    public string Name { get; }

    /// <summary>In program order; the last is FINISH.</summary>
    public IReadOnlyList<ProgramInstruction> Instructions { get; }

    /// <summary>What LOADs of micro-ops refer to, in any program: its <see cref="MicroOps"/>.</summary>
    public static DramBuffer MicroOpBuffer { get; } = new("uop", DataType.Int32, [0]);

    /// <summary>The encoded micro-ops of all kernels, one after the other.</summary>
    public IReadOnlyList<uint> MicroOps { get; }

    /// <summary>The buffers that it loads from and stores to, micro-ops excepted, in order of first use.</summary>
    public IReadOnlyList<DramBuffer> Buffers { get; }

    /// <summary>What its parts are for; none where nothing is said of them.</summary>
    public IReadOnlyList<ProgramSection> Sections { get; internal init; } = [];

    /// <summary>The program at addresses.</summary>
    /// <param name="addresses">Byte addresses of instructions, micro-ops and buffers.</param>
    /// <param name="bases">The base registers that it will run with.</param>
    /// <exception cref="VtaInputException">An address is below its base register or not aligned.</exception>
    public BoundProgram Bind(ProgramAddresses addresses, BaseAddresses bases = default)
    {
        var words = Instructions.Select(instruction => instruction.Buffer is { } buffer
            ? Relocate(instruction.Word, buffer, buffer == MicroOpBuffer ? addresses.MicroOps : addresses.Of(buffer), bases)
            : instruction.Word);
        return new BoundProgram(this, addresses, bases, [.. words]);
    }

    private InstructionWord Relocate(InstructionWord word, DramBuffer buffer, uint address, BaseAddresses bases)
    {
        var instruction = MemoryInstruction.Decode(Config.Layout, word);
        var elemBytes = Config.DramElemBytes(instruction.Memory);
        var distance = (long)address - bases.Of(instruction.Memory);
        if (distance < 0)
            throw new VtaInputException($"buffer {buffer.Name} at 0x{address:x} lies below the {instruction.Memory.Name()} "
                + $"base register, 0x{bases.Of(instruction.Memory):x}");
        if (distance % elemBytes != 0)
            throw new VtaInputException($"buffer {buffer.Name} is {distance} bytes from the {instruction.Memory.Name()} base "
                + $"register; it has to be a multiple of {elemBytes}");
        var dramBase = distance / elemBytes + instruction.DramBase;
        return (instruction with { DramBase = checked((uint)dramBase) }).Encode(Config.Layout);
    }
}
