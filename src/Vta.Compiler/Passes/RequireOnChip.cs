using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>Refuses programs of which the accelerator would do only a part.</summary>
internal static class RequireOnChip
{
    /// <exception cref="VtaInputException">Something is computed by no unit.</exception>
    internal static void Check(Stmt statement, Schedule schedule)
    {
        if (statement is CoprocScope)
            return;
        if (statement is BufferStore store)
        {
            var stage = schedule.Stages.First(stage => stage.Tensor.Name == store.Buffer.Name);
            throw new VtaInputException($"{store.Buffer.Name} is computed by loops of no unit: {Advice(stage)}");
        }
        foreach (var body in statement.Bodies)
            Check(body, schedule);
    }

    private static string Advice(Stage stage)
    {
        var isCopy = (stage.Body as CastExpr)?.Value is TensorRead || stage.Body is TensorRead or SelectExpr { WhenTrue: TensorRead };
        if (isCopy)
            return $"it is a copy, so s[{stage.Tensor.Name}].Pragma(axis, env.DmaCopy) makes the DMA engines do it"
                + (stage.Scope.IsOnChip || stage.IsOutput ? "" : ", into the memory that SetScope chooses");
        return stage.Body is ReduceExpr
            ? $"s[{stage.Tensor.Name}].Tensorize(axis, env.Gemm) makes the GEMM core do it, s[{stage.Tensor.Name}].Pragma(axis, env.Alu) the ALU"
            : $"s[{stage.Tensor.Name}].Pragma(axis, env.Alu) makes the ALU do it";
    }
}
