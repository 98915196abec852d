using Vta.Compiler.Operators.Convolution;
using Vta.Isa;

namespace Vta.Compiler.Tilings;

/// <summary>How a convolution is computed: what the host packs, and the tiles.</summary>
/// <param name="Packed">The convolution that the accelerator sees.</param>
/// <param name="Schedule">Its tiles.</param>
internal sealed record ConvolutionPlan(PackedConvolution Packed, ConvolutionSchedule Schedule)
{
    // The host packs only where it is worth its while.
    private const double WorthPacking = 0.95;

    /// <summary>The plan with the fewest cycles; the same for the same arguments.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The convolution.</param>
    /// <param name="stage">What follows it.</param>
    /// <param name="packing">What the host packs; null for what is best.</param>
    /// <exception cref="VtaInputException">Not even the smallest tile fits.</exception>
    internal static ConvolutionPlan Choose(VtaConfig config, ConvolutionShape shape, OutputStage stage, InputPacking? packing)
    {
        var (best, bestCycles) = Find(config, PackedConvolution.Of(shape.Checked(), packing ?? InputPacking.None), stage);
        if (packing is not null || shape.InputDilationHeight * shape.InputDilationWidth > 1)
            return best;
        foreach (var form in (InputPacking[])[InputPacking.Columns, InputPacking.Patches])
        {
            var packed = PackedConvolution.Of(shape, form);
            if (!packed.Fits(config) || LeastCycles(config, packed, stage) >= bestCycles * WorthPacking)
                continue;
            var (plan, cycles) = Find(config, packed, stage);
            if (cycles < bestCycles * WorthPacking)
                (best, bestCycles) = (plan, cycles);
        }
        return best;
    }

    public override string ToString() => Packed.Packing switch
    {
        InputPacking.Columns => $"columns of the kernel packed by the host, {Schedule}",
        InputPacking.Patches => $"patches packed by the host, {Schedule}",
        _ => Schedule.ToString(),
    };

    private static (ConvolutionPlan Plan, long Cycles) Find(VtaConfig config, PackedConvolution packed, OutputStage stage)
    {
        var (schedule, cycles) = ConvolutionScheduler.Find(config, packed.Shape, stage);
        return (new ConvolutionPlan(packed, schedule), cycles);
    }

    private static long LeastCycles(VtaConfig config, PackedConvolution packed, OutputStage stage) =>
        new ConvolutionCost(config, new ConvolutionLayout(packed.Shape, config), stage).Steps;
}
