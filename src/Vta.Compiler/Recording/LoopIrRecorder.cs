using Vta.Compiler.LoopIr;
using Vta.Compiler.Programs;
using Vta.Isa;

namespace Vta.Compiler.Recording;

/// <summary>Runs the units' commands on a <see cref="CommandRecorder"/>.</summary>
public static class LoopIrRecorder
{
    /// <summary>The program of commands.</summary>
    /// <exception cref="VtaInputException">It does not fit the hardware.</exception>
    public static VtaProgram Record(VtaConfig config, string name, CommandProgram program)
    {
        var recorder = new CommandRecorder(config, name);
        new Runner(recorder).Run(program.Body);
        return recorder.Synchronize();
    }

    /// <summary>Programs of commands, one after the other, as one program that says where each begins.</summary>
    /// <exception cref="VtaInputException">They do not fit the hardware.</exception>
    public static VtaProgram Record(VtaConfig config, string name, IEnumerable<(string Name, CommandProgram Program)> sections)
    {
        var recorder = new CommandRecorder(config, name);
        var runner = new Runner(recorder);
        foreach (var section in sections)
        {
            recorder.BeginSection(section.Name);
            runner.Run(section.Program.Body);
        }
        return recorder.Synchronize();
    }

    private sealed class Runner(CommandRecorder recorder) : CommandRunner
    {
        private readonly Dictionary<KernelScope, Dictionary<KernelKey, MicroKernel>> kernels = new(ReferenceEqualityComparer.Instance);

        private protected override void Push(DepPush push) => recorder.DepPush(push.From, push.To);

        private protected override void Pop(DepPop pop) => recorder.DepPop(pop.From, pop.To);

        private protected override void Load(LoadBuffer2D load) =>
            recorder.LoadBuffer2D(load.Source, Evaluate(load.Offset), Values.Rows(load), Evaluate(load.SramIndex), load.Memory);

        private protected override void SetPadValue(PadValue pad) => recorder.SetPadValue(pad.Value);

        private protected override void Store(StoreBuffer2D store) =>
            recorder.StoreBuffer2D(Evaluate(store.SramIndex), store.Destination, Evaluate(store.Offset), Values.Rows(store));

        private protected override void Kernel(KernelScope kernel) => recorder.Run(Recorded(kernel));

        private MicroKernel Recorded(KernelScope scope)
        {
            if (!kernels.TryGetValue(scope, out var known))
                kernels.Add(scope, known = []);
            var key = new KernelKey([.. scope.FreeVariables.Select(variable => Values[variable])]);
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
                case For loop:
                    Values.Repeat(loop, body => RecordKernel(body, builder));
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
                    foreach (var part in statement.Bodies)
                        RecordKernel(part, builder);
                    break;
            }
        }

        private int Evaluate(Expr expression) => Values.Evaluate(expression);
    }

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
