using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A schedule as a program: what it prints as, after each pass and at the end, and how it becomes instructions.</summary>
public sealed class LoweredProgram
{
    private readonly IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers;

    internal LoweredProgram(string name, IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers, IReadOnlyList<PassResult> passes)
    {
        Name = name;
        this.buffers = buffers;
        Passes = passes;
    }

    public string Name { get; }

    /// <summary>The program after each pass, in their order.</summary>
    public IReadOnlyList<PassResult> Passes { get; }

    /// <summary>The program after the last pass.</summary>
    public Stmt Body => Passes[^1].Body;

    /// <summary>Where an argument lies in DRAM.</summary>
    public DramBuffer this[SymbolicTensor argument] => buffers[argument].Dram;

    /// <summary>The instructions, for hardware that the schedule was lowered for.</summary>
    /// <exception cref="VtaInputException">Something does not fit the hardware.</exception>
    public VtaProgram Record(VtaConfig config) => LoopIrRecorder.Record(config, Name, Body);

    /// <summary>The program with values in memory, ready to run, and the values that it must leave there.</summary>
    /// <param name="config">The hardware that it was lowered for.</param>
    /// <param name="inputs">Values of all inputs, in row-major order.</param>
    /// <param name="result">The output.</param>
    /// <param name="expected">Its values in row-major order; what its declaration says when left out.</param>
    /// <exception cref="VtaInputException">Something does not fit the hardware.</exception>
    public ProgramBundle Bundle(
        VtaConfig config, IReadOnlyDictionary<SymbolicTensor, int[]> inputs, SymbolicTensor result, int[]? expected = null) =>
        WorkloadData.Bundle(Record(config),
            [.. inputs.Select(input => (this[input.Key], BitPacking.ToBytes(input.Value, input.Key.Type.Bits)))],
            this[result],
            BitPacking.ToBytes(expected ?? TensorEvaluator.Evaluate(result, inputs), result.Type.Bits));

    /// <summary>The program in TVM's script notation.</summary>
    public override string ToString() => Passes[^1].ToString();
}
