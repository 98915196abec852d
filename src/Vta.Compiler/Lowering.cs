using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Passes;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Verification;
using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Makes programs of schedules.</summary>
public static class Lowering
{
    /// <summary>The loops of a schedule as a processor would run them: TVM's <c>tvm.lower</c>.</summary>
    /// <param name="schedule">What to compute, and how.</param>
    /// <param name="arguments">The tensors that are passed in: inputs and output.</param>
    /// <param name="name">Name of the program.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">The schedule has no such program.</exception>
    public static LoweredProgram Lower(
        Schedule schedule, IReadOnlyList<SymbolicTensor> arguments, string name = "main", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new SourceLine(file, line).Locate(() => ForProcessor(schedule, arguments, name));

    /// <summary>The program of a schedule for the accelerator: TVM's <c>vta.lower</c>.</summary>
    /// <param name="env">The hardware.</param>
    /// <param name="schedule">What to compute, and how.</param>
    /// <param name="arguments">The tensors that are passed in: inputs and output.</param>
    /// <param name="name">Name of the program.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">The accelerator cannot do it; the message says what to change.</exception>
    public static LoweredProgram Lower(
        Env env, Schedule schedule, IReadOnlyList<SymbolicTensor> arguments, string name = "main", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new SourceLine(file, line).Locate(() => ForAccelerator(env, schedule, arguments, name));

    private static LoweredProgram ForProcessor(Schedule schedule, IReadOnlyList<SymbolicTensor> arguments, string name)
    {
        var pipeline = new Pipeline(null, schedule, arguments, name);
        pipeline.Run(nameof(LiftAllocToScopeBegin), LiftAllocToScopeBegin.Run);
        pipeline.Run(nameof(AllocateBuffers), body => AllocateBuffers.Run(body, (_, message) => new VtaInputException(message)).MarkInPlace(body));
        pipeline.Run(nameof(InjectVirtualThread), body => InjectVirtualThread.Run(body, pipeline.Bounds), Language.Threaded);
        return pipeline.Program(null);
    }

    private static LoweredProgram ForAccelerator(Env env, Schedule schedule, IReadOnlyList<SymbolicTensor> arguments, string name)
    {
        if (schedule.Stages.FirstOrDefault(stage => stage.Scope.Memory is { } memory && stage.Scope.Shape != env.Config.Buffer(memory)) is { } foreign)
            throw new VtaInputException($"{foreign.Tensor.Name} is in {foreign.Scope} of another configuration; schedule and lower with the same env");
        var pipeline = new Pipeline(env.Config, schedule, arguments, name);
        var placement = Placement.None;
        pipeline.Run(nameof(UnfuseLoops), body => UnfuseLoops.Run(body, pipeline.Bounds));
        pipeline.Run(nameof(PartitionLoops), body => PartitionLoops.Run(body, pipeline.Bounds));
        pipeline.Run(nameof(SplitAluStages), SplitAluStages.Run);
        // Copies become DMA before anything is moved, while the loops of each are still its own.
        pipeline.Run(nameof(InjectDmaIntrin), body => InjectDmaIntrin.Run(body, env.Config, pipeline.Bounds));
        pipeline.Run(nameof(AnnotateAluScope), AnnotateAluScope.Run);
        RequireOnChip.Check(pipeline.Body, schedule);
        pipeline.Run(nameof(LiftAllocToScopeBegin), LiftAllocToScopeBegin.Run);
        pipeline.Run(nameof(LiftKernelScope), body => LiftKernelScope.Run(body, env.Config.Uop.Depth));
        pipeline.Run(nameof(LiftCoprocScope), LiftCoprocScope.Run);
        // Tokens come before threads, so that each thread has its own.
        pipeline.Run(nameof(InjectCoProcSync), InjectCoProcSync.Run);
        // A thread's statements follow each other, so it is still seen which buffers it is done with.
        pipeline.Run(nameof(AllocateBuffers), body =>
        {
            placement = AllocateBuffers.Run(body, (buffer, message) => SplitAdvice.TooLarge(schedule, buffer, message));
            return placement.MarkInPlace(body);
        });
        pipeline.Run(nameof(InjectVirtualThread), body => InjectVirtualThread.Run(body, pipeline.Bounds), Language.Threaded);
        var placed = new PlacedProgram(env.Config, pipeline.Body, placement);
        // With addresses the ALU can tell what is in place.
        pipeline.Run(nameof(InjectAluIntrin), body => InjectAluIntrin.Run(body, placement, env.Config, pipeline.Bounds));
        pipeline.Run(nameof(ResolveAddresses), body => ResolveAddresses.Run(body, placement, pipeline.Bounds), Language.Commands);
        pipeline.Run(nameof(FoldUopLoop), FoldUopLoop.Run);
        return pipeline.Program(placed);
    }
}
