using System.Runtime.CompilerServices;
using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A schedule as a program: what it prints as, after each pass and at the end, and how it becomes instructions.</summary>
public sealed class LoweredProgram
{
    private readonly VtaConfig? config;
    private readonly IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers;

    internal LoweredProgram(string name, VtaConfig? config, IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers, Stmt body, IReadOnlyList<PassResult> passes)
    {
        Name = name;
        this.config = config;
        this.buffers = buffers;
        Body = body;
        Passes = passes;
    }

    public string Name { get; }

    /// <summary>What each pass made, in their order.</summary>
    public IReadOnlyList<PassResult> Passes { get; }

    /// <summary>The program after the last pass.</summary>
    public Stmt Body { get; }

    /// <summary>Where an argument lies in DRAM.</summary>
    /// <exception cref="VtaInputException">It is no argument.</exception>
    public DramBuffer this[SymbolicTensor argument] => buffers.TryGetValue(argument, out var buffer)
        ? buffer.Dram
        : throw new VtaInputException($"{argument.Name} is no argument of {Name}; those are {string.Join(", ", buffers.Keys)}");

    /// <summary>The instructions, for the hardware that the schedule was lowered for.</summary>
    /// <exception cref="VtaInputException">Something does not fit the hardware.</exception>
    public VtaProgram Record([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new SourceLine(file, line).Locate(() => config is null
        ? throw new VtaInputException($"{Name} was lowered for a processor; lower it with an env to have instructions")
        : LoopIrRecorder.Record(config, Name, Body));

    /// <summary>The program with values in memory, ready to run, and the values that it must leave there.</summary>
    /// <param name="inputs">Values of all inputs, in row-major order.</param>
    /// <param name="result">The output.</param>
    /// <param name="expected">Its values in row-major order; what its declaration says when left out.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">Something does not fit the hardware, or values do not fit their tensor.</exception>
    public ProgramBundle Bundle(
        IReadOnlyDictionary<SymbolicTensor, int[]> inputs,
        SymbolicTensor result,
        int[]? expected = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => new SourceLine(file, line).Locate(() =>
    {
        var output = this[result];
        return WorkloadData.Bundle(
            Record(file, line),
            [.. buffers.Keys.Where(tensor => tensor != result).Select(input => (this[input], Bytes(input, inputs.GetValueOrDefault(input))))],
            output,
            Bytes(result, expected ?? TensorEvaluator.Evaluate(result, inputs)));
    });

    /// <summary>The program in TVM's script notation.</summary>
    public override string ToString() => Passes[^1].ToString();

    private static byte[] Bytes(SymbolicTensor tensor, int[]? values)
    {
        if (values is null)
            throw new VtaInputException($"{tensor.Name} is given no values");
        var count = tensor.Shape.Aggregate(1, (product, length) => product * length);
        if (values.Length != count)
            throw new VtaInputException($"{tensor.Name} has {count} values ({string.Join("x", tensor.Shape)}) and is given {values.Length}");
        var wrong = Array.FindIndex(values, value => tensor.Type.Wrap(value) != value);
        return wrong < 0
            ? BitPacking.ToBytes(values, tensor.Type.Bits)
            : throw new VtaInputException($"{tensor.Name} is {tensor.Type} and is given {values[wrong]}, as value {wrong}");
    }
}
