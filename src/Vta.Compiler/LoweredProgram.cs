using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Compiler.Verification;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Compiler;

/// <summary>A schedule as a program: what it prints as, after each pass and at the end, and how it becomes instructions.</summary>
public sealed class LoweredProgram
{
    private readonly VtaConfig? config;
    private readonly IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers;

    internal LoweredProgram(
        string name,
        VtaConfig? config,
        IReadOnlyDictionary<SymbolicTensor, LoopBuffer> buffers,
        IReadOnlyList<SymbolicTensor> outputs,
        Stmt body,
        PlacedProgram? placed,
        IReadOnlyList<PassResult> passes)
    {
        Name = name;
        this.config = config;
        this.buffers = buffers;
        Inputs = [.. buffers.Keys.Except(outputs)];
        Outputs = [.. buffers.Keys.Intersect(outputs)];
        Body = body;
        Placed = placed;
        Passes = passes;
    }

    public string Name { get; }

    /// <summary>The arguments that it reads, in their order.</summary>
    public IReadOnlyList<SymbolicTensor> Inputs { get; }

    /// <summary>The arguments that it computes, in their order.</summary>
    public IReadOnlyList<SymbolicTensor> Outputs { get; }

    /// <summary>What each pass made, in their order.</summary>
    public IReadOnlyList<PassResult> Passes { get; }

    /// <summary>The program after the last pass.</summary>
    public Stmt Body { get; }

    /// <summary>The program while it still named its buffers and their values; null for a processor.</summary>
    internal PlacedProgram? Placed { get; }

    /// <summary>
    /// What is wrong with its order and its use of buffers, whatever the units' timing: nothing, unless lowering is. It takes a while for
    /// long programs.
    /// </summary>
    /// <exception cref="VtaInputException">The program is not for the accelerator.</exception>
    public IReadOnlyList<Finding> Check([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new SourceLine(file, line).Locate(() => Placed is null
            ? throw new VtaInputException($"{Name} was lowered for a processor; lower it with an env to have something to check")
            : ProgramCheck.Run(Placed));

    /// <summary>Where an argument lies in DRAM.</summary>
    /// <exception cref="VtaInputException">It is no argument.</exception>
    public DramBuffer this[SymbolicTensor argument] => buffers.TryGetValue(argument, out var buffer)
        ? buffer.Dram
        : throw new VtaInputException($"{argument.Name} is no argument of {Name}; those are {string.Join(", ", buffers.Keys)}");

    /// <summary>The instructions, for the hardware that the schedule was lowered for.</summary>
    /// <exception cref="VtaInputException">Something does not fit the hardware.</exception>
    public VtaProgram Record([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new SourceLine(file, line).Locate(() => config is null
        ? throw new VtaInputException($"{Name} was lowered for a processor; lower it with an env to have instructions")
        : LoopIrRecorder.Record(config, Name, new CommandProgram(Body)));

    /// <summary>The program to be saved, and to be called with any inputs: TVM's <c>vta.build</c>.</summary>
    /// <param name="parameters">Inputs that are the same in every call, such as weights; they become part of it.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">Something does not fit the hardware, or values do not fit their tensor.</exception>
    public ProgramBundle Build(
        IReadOnlyDictionary<SymbolicTensor, int[]>? parameters = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new SourceLine(file, line).Locate(() =>
        {
            foreach (var tensor in parameters?.Keys ?? [])
            {
                if (!Inputs.Contains(tensor))
                    throw new VtaInputException($"{tensor.Name} is no input of {Name}; those are {string.Join(", ", Inputs)}");
            }
            return BundleBuilder.Build(
                Record(file, line),
                [.. Inputs.Select(input => (this[input], parameters?.GetValueOrDefault(input) is { } values ? Bytes(input, values) : null))],
                [.. Outputs.Select(output => (this[output], (byte[]?)null))]);
        });

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
        _ = this[result];
        if (Outputs is not [var output] || output != result)
            throw new VtaInputException($"{Name} computes {string.Join(", ", Outputs)}; Bundle without a result checks "
                + (Outputs.Count > 1 ? "all of them" : "it"));
        return Bundle(inputs, expected is null ? null : new Dictionary<SymbolicTensor, int[]> { [result] = expected }, file, line);
    });

    /// <summary>The program with values in memory, ready to run, and the values of all outputs that it must leave there.</summary>
    /// <param name="inputs">Values of all inputs, in row-major order.</param>
    /// <param name="expected">Values of outputs in row-major order; of those left out, what their declarations say.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">Something does not fit the hardware, or values do not fit their tensor.</exception>
    public ProgramBundle Bundle(
        IReadOnlyDictionary<SymbolicTensor, int[]> inputs,
        IReadOnlyDictionary<SymbolicTensor, int[]>? expected = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => new SourceLine(file, line).Locate(() =>
    {
        IReadOnlyList<(DramBuffer, byte[]?)> given = [.. Inputs.Select(input => (this[input], Bytes(input, inputs.GetValueOrDefault(input))))];
        var declared = TensorEvaluator.Evaluate([.. Outputs.Where(output => expected?.ContainsKey(output) != true)], inputs);
        return BundleBuilder.Build(
            Record(file, line),
            given,
            [.. Outputs.Select(output => (this[output], Bytes(output, expected?.GetValueOrDefault(output) ?? declared[output])))]);
    });

    /// <summary>The program in TVM's script notation.</summary>
    public override string ToString() => Passes[^1].ToString();

    private static byte[] Bytes(SymbolicTensor tensor, int[]? values) => ArgumentValues.ToBytes(tensor.Name, tensor.Type, tensor.Shape, values);
}
