using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Isa.Programs.Bounds;

/// <summary>
/// A lower bound of the cycles of a program, from its instructions alone: what keeps each part of the hardware busy, as if nothing ever waited.
/// </summary>
/// <param name="ComputeCycles">Steps of GEMM and ALU instructions, and beats of the loads of the compute unit.</param>
/// <param name="OperandBeats">Beats of loads of inputs and weights.</param>
/// <param name="ReadBeats">Beats of all loads, and of the instructions.</param>
/// <param name="WriteBeats">Beats of stores.</param>
public sealed record Roofline(long ComputeCycles, long OperandBeats, long ReadBeats, long WriteBeats)
{
    /// <summary>The bound.</summary>
    public long Cycles => Math.Max(Math.Max(ComputeCycles, OperandBeats), Math.Max(ReadBeats, WriteBeats));

    /// <summary>The bound of a program, all launches together.</summary>
    public static Roofline Of(ProgramBundle program)
    {
        var dram = program.CreateDram();
        return Of(program.Config, program.Launches
            .SelectMany(launch => LaunchInstructions.Fetched(program.Config, dram, launch)).Select(word => InstructionWork.Of(program.Config, word)));
    }

    /// <summary>The bound of instructions.</summary>
    public static Roofline Of(VtaConfig config, IEnumerable<InstructionWork> instructions)
    {
        var fetch = InstructionWork.FetchBeats(config);
        return instructions.Aggregate(new Roofline(0, 0, 0, 0), (bound, work) => bound.Plus(work, fetch));
    }

    private Roofline Plus(InstructionWork work, int fetch) => work.Unit switch
    {
        Unit.Load => this with { OperandBeats = OperandBeats + work.Beats, ReadBeats = ReadBeats + work.Beats + fetch },
        Unit.Compute => this with { ComputeCycles = ComputeCycles + work.Steps + work.Beats, ReadBeats = ReadBeats + work.Beats + fetch },
        _ => this with { WriteBeats = WriteBeats + work.Beats, ReadBeats = ReadBeats + fetch },
    };
}
