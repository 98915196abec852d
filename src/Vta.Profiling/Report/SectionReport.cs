using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Profiling.Report;

/// <summary>Where the time of a part of a program went.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Launch">Its launch.</param>
/// <param name="First">Its first instruction, by index in the launch.</param>
/// <param name="Start">The cycle of the launch in which the section before ended.</param>
/// <param name="End">The cycle in which its last instruction ended: sections share the cycles of a launch out among them.</param>
/// <param name="Ideal">What it adds to the run of an ideal machine.</param>
/// <param name="Work">What it has to do.</param>
/// <param name="Units">What units did for its instructions, in the order of <see cref="Unit"/>; units may be at sections before or after it at the same time.</param>
public sealed record SectionReport(
    string Name, int Launch, uint First, long Start, long End, long Ideal, SectionWork Work, IReadOnlyList<UnitCycles> Units)
{
    /// <summary>Cycles of the section.</summary>
    public long Cycles => End - Start;

    /// <summary>The share of cycles in which the matrix multiplier takes a step.</summary>
    public double GemmUse => Cycles == 0 ? 0 : (double)Work.GemmSteps / Cycles;

    /// <summary>What bounds it: the part of the hardware that has most to do.</summary>
    public string Bound
    {
        get
        {
            var roofline = Work.Roofline;
            return roofline.Cycles == roofline.ComputeCycles ? "compute"
                : roofline.Cycles == roofline.WriteBeats ? "writes"
                : roofline.Cycles == roofline.OperandBeats ? "operands" : "reads";
        }
    }
}
