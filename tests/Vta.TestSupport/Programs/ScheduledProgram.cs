using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.TestSupport;

/// <summary>A schedule as a program, with inputs and the outputs that its declaration gives.</summary>
/// <param name="Program">The program.</param>
/// <param name="Bundle">The same with data.</param>
public sealed record ScheduledProgram(LoweredProgram Program, ProgramBundle Bundle)
{
    /// <summary>Lowers a schedule and runs it on random inputs of few bits.</summary>
    /// <exception cref="VtaInputException">The accelerator cannot do what the schedule asks for.</exception>
    internal static ScheduledProgram Create(
        Env env, Schedule s, string name, int bits, Random random, SymbolicTensor result, params SymbolicTensor[] inputs)
    {
        var program = Lowering.Lower(env, s, [.. inputs, result], name);
        int[] Values(SymbolicTensor input) => Tensor.Random(random, Math.Min(input.Type.Bits, bits), [.. input.Shape]).Data;
        var values = inputs.ToDictionary(input => input, Values);
        return new ScheduledProgram(program, program.Bundle(values, result));
    }
}
