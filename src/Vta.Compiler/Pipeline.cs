using System.Diagnostics.CodeAnalysis;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.Passes;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Verification;
using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Runs passes one after the other and keeps what each made. It begins with the loops of a schedule, in buffers.</summary>
internal sealed class Pipeline
{
    private readonly Dictionary<SymbolicTensor, LoopBuffer> buffers = [];
    private readonly List<PassResult> results = [];
    private readonly List<LoopBuffer> arguments = [];
    private readonly IReadOnlyList<SymbolicTensor> outputs;
    private readonly string name;
    private readonly VtaConfig? config;
    private Language language;

    /// <param name="config">The hardware; null for a processor.</param>
    /// <param name="schedule">What to compute, and how.</param>
    /// <param name="tensors">The arguments.</param>
    /// <param name="name">Name of the program.</param>
    internal Pipeline(VtaConfig? config, Schedule schedule, IReadOnlyList<SymbolicTensor> tensors, string name)
    {
        (this.config, this.name, outputs) = (config, name, schedule.Outputs);
        foreach (var stage in schedule.Stages.Where(stage => stage.Body is null || stage.IsOutput))
        {
            if (!tensors.Contains(stage.Tensor))
                throw new VtaInputException($"{stage.Tensor.Name} is {(stage.Body is null ? "read" : "computed")}, and is not among the arguments "
                    + $"{string.Join(", ", tensors.Select(tensor => tensor.Name))}");
        }
        foreach (var tensor in tensors)
        {
            if (tensor.Operation is not null && !outputs.Contains(tensor))
                throw new VtaInputException($"{tensor.Name} is among the arguments, and is neither an input nor an output; "
                    + $"the schedule computes {string.Join(", ", outputs)}");
            if (buffers.ContainsKey(tensor))
                throw new VtaInputException($"{tensor.Name} is listed twice among the arguments");
            var buffer = new LoopBuffer(tensor.Name, tensor.Type, tensor.Shape, MemoryScope.Global);
            buffers.Add(tensor, buffer);
            arguments.Add(buffer);
        }
        var inferred = InferBound.Run(schedule);
        Bounds = inferred.Bounds;
        // Printed now: the schedule may get further steps.
        var parts = inferred.ToString();
        results.Add(new PassResult(nameof(InferBound), () => parts));
        Add(nameof(ScheduleOps), ScheduleOps.Run(schedule, inferred), Language.Tensors);
        Run(nameof(StorageFlatten), body => StorageFlatten.Run(body, Bounds, buffers), Language.Buffers);
    }

    internal Bounds Bounds { get; }

    /// <summary>The program by now.</summary>
    internal Stmt Body { get; private set; }

    /// <summary>The program after the last pass.</summary>
    /// <param name="placed">The program while it still named its buffers; null for a processor.</param>
    internal LoweredProgram Program(PlacedProgram? placed) => new(name, config, buffers, outputs, Body, placed, [.. results]);

    /// <summary>Runs a pass, and checks what it made.</summary>
    /// <param name="pass">Its name.</param>
    /// <param name="run">The pass.</param>
    /// <param name="language">What programs are of from now on; as before when left out.</param>
    internal void Run(string pass, Func<Stmt, Stmt> run, Language? language = null) => Add(pass, run(Body), language ?? this.language);

    [MemberNotNull(nameof(Body), nameof(language))]
    private void Add(string pass, Stmt body, Language made)
    {
        Verifier.Check(body, made);
        (Body, language) = (body, made);
        results.Add(new PassResult(pass, () => ScriptPrinter.PrintModule(name, arguments, body)));
    }
}
