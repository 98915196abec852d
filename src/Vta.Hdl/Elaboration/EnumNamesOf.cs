using System.Globalization;
using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>What the hardware knows of a C# enumeration.</summary>
internal static class EnumNamesOf<TEnum>
    where TEnum : struct, Enum
{
    private static readonly EnumNames s_names = new(
        typeof(TEnum).Name, [.. Enum.GetValues<TEnum>().Distinct().Select(v => (v.ToString(), NumberOf(v)))]);

    /// <exception cref="HdlException">HW0011: the enumeration has no members, or negative ones.</exception>
    public static EnumNames Names => s_names.Members.Count == 0
        ? throw Require.Fail(Rule.Parameter, $"the enumeration {typeof(TEnum).Name} has no members")
        : s_names.Members.FirstOrDefault(m => m.Value.Sign < 0) is { Name: { } negative }
            ? throw Require.Fail(Rule.Parameter, $"{typeof(TEnum).Name}.{negative} is negative: the values of an enumeration in hardware are not")
            : s_names;

    public static int Width => Math.Max(1, (int)Names.Members.Max(m => m.Value).GetBitLength());

    /// <exception cref="HdlException">HW0011: the value is negative.</exception>
    public static BigInteger ValueOf(TEnum value) => NumberOf(value) is { Sign: >= 0 } number
        ? number
        : throw Require.Fail(Rule.Parameter, $"{typeof(TEnum).Name} {value} is negative: the values of an enumeration in hardware are not");

    private static BigInteger NumberOf(TEnum value) => BigInteger.Parse(value.ToString("D"), CultureInfo.InvariantCulture);
}
