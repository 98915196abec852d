using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Programs;
using Vta.Isa.Programs;

namespace Vta.Compiler.Workloads;

/// <summary>A workload compiled for a configuration, with inputs and with what plain arithmetic says its outputs are.</summary>
public sealed class CompiledWorkload
{
    /// <summary>What it is, such as <c>conv2d resnet18.c8</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How it is scheduled, in words.</summary>
    public required string Schedule { get; init; }

    /// <summary>Multiplications and additions that the result needs; 0 where it has none.</summary>
    public long MultiplyAdds { get; init; }

    /// <summary>The program, without addresses.</summary>
    public required VtaProgram Program { get; init; }

    /// <summary>The program at addresses with inputs in memory, and the outputs that it must leave there.</summary>
    public required ProgramBundle Bundle { get; init; }

    /// <summary>How tensors of a convolution become arguments of the program; null where the workload is none.</summary>
    public ConvolutionPacking? Packing { get; init; }
}
