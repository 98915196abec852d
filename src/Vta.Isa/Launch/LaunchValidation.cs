using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>What a host refuses before it launches: nothing a program does may reach beyond 32-bit addresses.</summary>
public static class LaunchValidation
{
    private const int BaseAlignment = 64;

    /// <summary>Checks a launch against the rules for addresses and alignment.</summary>
    /// <exception cref="VtaInputException">The launch breaks a rule; the message names the register or the instruction.</exception>
    public static void Check(VtaConfig config, Dram dram, LaunchRequest request)
    {
        Program(request.InstructionAddress, request.InstructionCount);
        Base("uop", request.Bases.Uop, config.Uop);
        Base("inp", request.Bases.Inp, config.Inp);
        Base("wgt", request.Bases.Wgt, config.Wgt);
        Base("acc", request.Bases.Acc, config.Acc, config.Par);
        Base("out", request.Bases.Out, config.Out);
        Instructions(config, dram, request);
    }

    /// <summary>A program and its data can be moved by multiples of this many bytes: every base register stays aligned.</summary>
    public static int AlignmentOf(VtaConfig config) =>
        new[] { config.Uop, config.Inp, config.Wgt, config.Acc, config.Par, config.Out }.Max(AlignmentOf);

    /// <summary>Checks where a program lies.</summary>
    /// <exception cref="VtaInputException">It is not aligned, or reaches beyond 32-bit addresses.</exception>
    internal static void Program(long address, long count, string? where = null)
    {
        if (address % InstructionWord.Bytes != 0)
            throw new VtaInputException($"the instruction address 0x{address:x} is not a multiple of {InstructionWord.Bytes}", where);
        if (address + count * InstructionWord.Bytes > Dram.AddressLimit)
            throw new VtaInputException($"{count} instructions from address 0x{address:x} on reach beyond 32-bit addresses", where);
    }

    private static int AlignmentOf(BufferShape? shape) => Math.Max(BaseAlignment, shape?.ElemBytes ?? 0);

    private static void Base(string name, uint address, params ReadOnlySpan<BufferShape?> shapes)
    {
        var alignment = BaseAlignment;
        foreach (var shape in shapes)
            alignment = Math.Max(alignment, AlignmentOf(shape));
        if (address % alignment != 0)
            throw new VtaInputException($"the {name} base register is 0x{address:x}; it has to be a multiple of {alignment}");
    }

    private static void Instructions(VtaConfig config, Dram dram, LaunchRequest request)
    {
        var index = 0u;
        foreach (var word in LaunchInstructions.Fetched(config, dram, request))
        {
            var reach = Reach(config, word, request.Bases);
            if (reach > Dram.AddressLimit)
                throw new VtaInputException($"{(word.Opcode(config.Layout) == Opcode.Load ? "reads" : "writes")} up to address 0x{reach - 1:x}, "
                    + $"beyond 32-bit addresses: {new Disassembler(config).Format(word)}", $"instruction {index}");
            index++;
        }
    }

    /// <summary>The address after the last byte that a launch touches, its instructions included.</summary>
    internal static long Reach(VtaConfig config, Dram dram, LaunchRequest request) => LaunchInstructions.Fetched(config, dram, request)
        .Select(word => Reach(config, word, request.Bases))
        .Append(request.InstructionAddress + (long)request.InstructionCount * InstructionWord.Bytes).Max();

    /// <summary>The address after the last byte that an instruction touches; 0 where it touches none.</summary>
    private static long Reach(VtaConfig config, InstructionWord word, BaseAddresses bases)
    {
        if (word.Opcode(config.Layout) is not (Opcode.Load or Opcode.Store))
            return 0;
        var instruction = MemoryInstruction.Decode(config.Layout, word);
        if (!instruction.IsLegal(config.Layout) || instruction.IsEmpty || instruction.SetsPadValue(config.Layout))
            return 0;
        var elements = instruction.DramBase + (long)(instruction.YSize - 1) * instruction.XStride + instruction.XSize;
        return bases.Of(instruction.Memory) + elements * config.DramElemBytes(instruction.Memory);
    }
}
