using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Launch;

namespace Vta.Runtime.Programs;

/// <summary>What a call of a program gave.</summary>
public sealed class ProgramRun
{
    private readonly string program;

    internal ProgramRun(string program, IReadOnlyDictionary<string, Tensor> outputs, LaunchStatistics statistics)
    {
        this.program = program;
        Outputs = outputs;
        Statistics = statistics;
    }

    /// <summary>Outputs by name, in the shapes that they have in DRAM.</summary>
    public IReadOnlyDictionary<string, Tensor> Outputs { get; }

    /// <summary>What was counted, over all launches.</summary>
    public LaunchStatistics Statistics { get; }

    /// <summary>Tokens that its launches left over, in words, as <c>vta exec</c> notes them; they change no result.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>An output.</summary>
    /// <exception cref="VtaInputException">There is none of that name.</exception>
    public Tensor this[string output] => Outputs.TryGetValue(output, out var tensor)
        ? tensor
        : throw new VtaInputException($"{program} has no output {output}; it has {string.Join(", ", Outputs.Keys)}");
}
