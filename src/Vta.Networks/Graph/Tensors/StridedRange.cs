using Vta.Isa;

namespace Vta.Networks.Graph.Tensors;

/// <summary>Part of an axis as Python's slices name it.</summary>
/// <param name="Start">The first element.</param>
/// <param name="Step">From one to the next.</param>
/// <param name="Count">How many.</param>
internal readonly record struct StridedRange(int Start, int Step, long Count)
{
    /// <param name="extent">Of the axis.</param>
    /// <param name="begin">The first; negative from the end, beyond the end the end; null for the outermost.</param>
    /// <param name="end">The one after the last, likewise.</param>
    /// <param name="step">From one to the next; negative for backwards.</param>
    /// <exception cref="VtaInputException">Nothing is in it, or the step is 0.</exception>
    internal static StridedRange Of(int extent, long? begin, long? end, long step)
    {
        if (step == 0)
            throw new VtaInputException("steps: one is 0");
        step = Math.Clamp(step, -NetworkLimits.Elements, NetworkLimits.Elements);
        var (least, most) = step > 0 ? (0, extent) : (-1, extent - 1);
        var first = begin is { } b ? Math.Clamp(b < 0 ? b + extent : b, least, most) : step > 0 ? least : most;
        var past = end is { } e ? Math.Clamp(e < 0 ? e + extent : e, least, most) : step > 0 ? most : least;
        var count = step > 0 ? (past - first + step - 1) / step : (first - past - step - 1) / -step;
        return count > 0
            ? new((int)first, (int)step, count)
            : throw new VtaInputException($"range: from {first} to {past} in steps of {step} holds nothing");
    }
}
