namespace Vta.Hdl.Library;

/// <summary>Two values side by side, as <see cref="Streams.Join"/> makes them.</summary>
public sealed class Pair<TFirst, TSecond> : Bundle
    where TFirst : Data
    where TSecond : Data
{
    /// <summary>The value in the low bits.</summary>
    public readonly TFirst First;

    /// <summary>The value above it.</summary>
    public readonly TSecond Second;

    private Pair(HwType<TFirst> first, HwType<TSecond> second)
    {
        First = Field(first, nameof(First));
        Second = Field(second, nameof(Second));
    }

    /// <summary>The type of pairs of these types.</summary>
    public static BundleType<Pair<TFirst, TSecond>> Type(HwType<TFirst> first, HwType<TSecond> second) =>
        BundleOf(() => new Pair<TFirst, TSecond>(first, second));
}
