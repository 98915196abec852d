using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Compiles a scheduled tensor expression with values for its inputs.</summary>
internal static class TensorTask
{
    /// <summary>The workload.</summary>
    /// <param name="program">The lowered program.</param>
    /// <param name="schedule">How it is scheduled, in words.</param>
    /// <param name="inputs">Values of the inputs, in row-major order.</param>
    /// <param name="result">The output.</param>
    /// <param name="expected">The values that it must have; what the declaration says when left out.</param>
    /// <param name="multiplyAdds">Multiplications and additions that the result needs.</param>
    internal static CompiledWorkload Compile(
        LoweredProgram program,
        string schedule,
        IReadOnlyDictionary<SymbolicTensor, int[]> inputs,
        SymbolicTensor result,
        int[]? expected = null,
        long multiplyAdds = 0) =>
        new()
        {
            Title = program.Name,
            Schedule = schedule,
            MultiplyAdds = multiplyAdds,
            Program = program.Record(),
            Bundle = program.Bundle(inputs, result, expected),
        };
}
