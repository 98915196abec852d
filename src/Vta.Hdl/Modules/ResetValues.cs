using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>The reset values of the parts of a register.</summary>
internal static class ResetValues
{
    public static IReadOnlyList<BigInteger> Zero<T>(HwType<T> type)
        where T : Data => [.. type.Leaves.Select(_ => BigInteger.Zero)];

    /// <summary>A number as bits; zero, with a problem, where it does not fit.</summary>
    public static IReadOnlyList<BigInteger> Of(int width, BigInteger value, bool signed, SourceLocation location)
    {
        if (Require.OutOfRange(value, width, signed) is not { } problem)
            return [value & Bits.Mask(width)];
        BuildContext.Current(location).Report(Rule.LiteralRange, $"the reset value: {problem}", location);
        return [0];
    }

    /// <summary>The parts of a constant; zeros, with a problem, where it is computed.</summary>
    public static IReadOnlyList<BigInteger> Of<T>(HwType<T> type, T value, SourceLocation location)
        where T : Data
    {
        var parts = Matching.Leaves(type, value, "The reset value");
        var computed = type.Leaves.Zip(parts).FirstOrDefault(p => p.Second is not Literal);
        if (computed.Second is null)
            return [.. parts.Select(p => ((Literal)p).Value)];
        var field = computed.First.Name.Length == 0 ? "" : $", field '{computed.First.Name}',";
        BuildContext.Current(location).Report(Rule.Parameter, $"the reset value{field} is a constant, not {Text.WithPlace(computed.Second)}, which is computed", location);
        return Zero(type);
    }
}
