using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Workloads;

/// <summary>Compiles a scheduled tensor expression with values for its inputs.</summary>
public static class TensorTask
{
    /// <summary>The workload.</summary>
    /// <param name="program">The lowered program.</param>
    /// <param name="schedule">How it is scheduled, in words.</param>
    /// <param name="inputs">Values of the inputs, in row-major order.</param>
    /// <param name="result">The output.</param>
    /// <param name="expected">The values that it must have.</param>
    /// <param name="hasExpected">Whether the bundle has the output, to compare with.</param>
    public static CompiledWorkload Compile(
        LoweredProgram program,
        string schedule,
        IReadOnlyDictionary<SymbolicTensor, int[]> inputs,
        SymbolicTensor result,
        int[] expected,
        bool hasExpected)
    {
        var bundle = program.Bundle(inputs, result, expected);
        return new CompiledWorkload
        {
            Title = program.Name,
            Schedule = schedule,
            Program = program.Record(),
            Bundle = hasExpected ? bundle : bundle.WithoutExpected(),
        };
    }
}
