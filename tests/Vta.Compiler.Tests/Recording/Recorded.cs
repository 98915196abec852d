using Vta.Compiler.Commands;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Isa.Alu;
using Vta.Isa.Disassembly;

namespace Vta.Compiler.Tests;

/// <summary>Helpers for tests of recorded programs.</summary>
internal static class Recorded
{
    /// <summary>The program as text.</summary>
    internal static IEnumerable<string> Lines(VtaProgram program)
    {
        var disassembler = new Disassembler(program.Config);
        return program.Instructions.Select(instruction => disassembler.Format(instruction.Word));
    }

    /// <summary>A kernel of an immediate addition to consecutive accumulators, one micro-op each.</summary>
    internal static MicroKernel AddTo(int first, int count, int immediate = 1)
    {
        var builder = new MicroKernelBuilder();
        for (var index = 0; index < count; index++)
            builder.Push(KernelOperation.Of<AddOperation>(immediate), first + index, 0, 0);
        return builder.Build();
    }
}
