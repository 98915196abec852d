using System.Globalization;
using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>What the hardware knows of a C# enumeration.</summary>
internal static class EnumNamesOf<TEnum>
    where TEnum : struct, Enum
{
    public static readonly EnumNames Names = new(
        typeof(TEnum).Name, Enum.GetValues<TEnum>().Select(v => (v.ToString(), ValueOf(v))).ToArray());

    public static readonly int Width = Bits.WidthFor((long)Names.Members.Max(m => m.Value));

    public static BigInteger ValueOf(TEnum value) => Convert.ToUInt64(value, CultureInfo.InvariantCulture);
}
