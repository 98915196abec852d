using Vta.Compiler.LoopIr;
using Vta.Compiler.Programs;
using Vta.Isa;

namespace Vta.Compiler.Recording;

/// <summary>Runs loop IR on a <see cref="CommandRecorder"/>.</summary>
/// <param name="recorder">What is recorded into.</param>
public sealed class LoopIrRecorder(CommandRecorder recorder)
{
    private readonly LoopValues values = new();
    private readonly Dictionary<KernelScope, Dictionary<KernelKey, MicroKernel>> kernels = new(ReferenceEqualityComparer.Instance);

    /// <summary>The program of a statement.</summary>
    /// <exception cref="VtaInputException">It does not fit the hardware.</exception>
    public static VtaProgram Record(VtaConfig config, string name, Stmt statement)
    {
        var recorder = new CommandRecorder(config, name);
        new LoopIrRecorder(recorder).Record(statement);
        return recorder.Synchronize();
    }

    /// <summary>Records a statement.</summary>
    public void Record(Stmt statement)
    {
        switch (statement)
        {
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    Record(part);
                break;
            case For loop:
                values.Repeat(loop, Record);
                break;
            case If choice:
                if (values.Holds(choice.Condition))
                    Record(choice.Body);
                break;
            case Allocate { Buffer.Scope.IsOnChip: false } workspace:
                Record(workspace.Body);
                break;
            case CoprocScope scope:
                Record(scope.Body);
                break;
            case DepPush push:
                recorder.DepPush(push.From, push.To);
                break;
            case DepPop pop:
                recorder.DepPop(pop.From, pop.To);
                break;
            case LoadBuffer2D load:
                recorder.LoadBuffer2D(load.Source, Evaluate(load.Offset), values.Rows(load), Evaluate(load.SramIndex), load.Memory);
                break;
            case StoreBuffer2D store:
                recorder.StoreBuffer2D(Evaluate(store.SramIndex), store.Destination, Evaluate(store.Offset), values.Rows(store));
                break;
            case KernelScope scope:
                recorder.Run(Kernel(scope));
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} belongs inside of a kernel");
        }
    }

    private MicroKernel Kernel(KernelScope scope)
    {
        if (!kernels.TryGetValue(scope, out var known))
            kernels.Add(scope, known = []);
        var key = new KernelKey([.. scope.FreeVariables.Select(variable => values[variable])]);
        if (!known.TryGetValue(key, out var kernel))
        {
            var builder = new MicroKernelBuilder();
            RecordKernel(scope.Body, builder);
            known.Add(key, kernel = builder.Build());
        }
        return kernel;
    }

    private void RecordKernel(Stmt statement, MicroKernelBuilder builder)
    {
        switch (statement)
        {
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    RecordKernel(part, builder);
                break;
            case For loop:
                values.Repeat(loop, body => RecordKernel(body, builder));
                break;
            case UopLoop loop:
                builder.LoopBegin(new MicroLoop(Evaluate(loop.Extent), Evaluate(loop.DstFactor), Evaluate(loop.SrcFactor), Evaluate(loop.WgtFactor)));
                RecordKernel(loop.Body, builder);
                builder.LoopEnd();
                break;
            case UopPush push:
                builder.Push(push.Operation, Evaluate(push.Dst), Evaluate(push.Src), Evaluate(push.Wgt));
                break;
            default:
                throw new InvalidOperationException($"a kernel cannot hold {statement.GetType().Name}");
        }
    }

    private int Evaluate(Expr expression) => values.Evaluate(expression);

    /// <summary>The values of the variables that a kernel depends on.</summary>
    private readonly struct KernelKey(int[] values) : IEquatable<KernelKey>
    {
        private readonly int[] values = values;

        public bool Equals(KernelKey other) => values.AsSpan().SequenceEqual(other.values);

        public override bool Equals(object? obj) => obj is KernelKey other && Equals(other);

        public override int GetHashCode()
        {
            var code = new HashCode();
            foreach (var value in values)
                code.Add(value);
            return code.ToHashCode();
        }
    }
}
