namespace Vta.Hdl.Ir;

/// <summary>
/// Some bits of a signal: <paramref name="Width"/> bits from <paramref name="Low"/> on, moved by what indices say that the hardware computes. A statement with
/// indices stands where none of them is past its last element.
/// </summary>
/// <param name="Signal">The signal.</param>
/// <param name="Low">The lowest bit, where all indices are zero.</param>
/// <param name="Width">Number of bits.</param>
/// <param name="Indices">What moves the part, outer vectors first.</param>
public sealed record SignalPart(Signal Signal, int Low, int Width, IReadOnlyList<PartIndex> Indices)
{
    /// <summary>True for all bits of the signal.</summary>
    public bool IsWhole => IsFixed && Width == Signal.Width;

    /// <summary>True where the place is known.</summary>
    public bool IsFixed => Indices.Count == 0;

    /// <summary>The lowest to the highest bit that it can be, as a width from <see cref="Low"/> on.</summary>
    public int Span => Width + Indices.Sum(i => (i.Count - 1) * i.Stride);

    /// <summary>A signal as a whole.</summary>
    public static SignalPart Whole(Signal signal) => new(signal, 0, signal.Width, []);

    /// <summary>The part of a signal that an expression selects; null where it is computed otherwise.</summary>
    public static SignalPart? Of(Expression expression) => expression switch
    {
        Signal signal => Whole(signal),
        Slice slice when Of(slice.Operand) is { } outer => outer with { Low = outer.Low + slice.Low, Width = slice.Width },
        DynamicSelect { Index: Literal index } select when index.Value < select.Count && Of(select.Vector) is { } outer =>
            outer with { Low = outer.Low + ((int)index.Value * select.Width), Width = select.Width },
        DynamicSelect select when Of(select.Vector) is { } outer =>
            outer with { Width = select.Width, Indices = [.. outer.Indices, new(select.Index, select.Width, select.Count)] },
        _ => null,
    };
}

/// <summary>What moves a part of a signal.</summary>
/// <param name="Index">The number of an element, unsigned, of any width.</param>
/// <param name="Stride">Bits of an element.</param>
/// <param name="Count">Number of elements.</param>
public sealed record PartIndex(Expression Index, int Stride, int Count)
{
    /// <summary>True where the index has values that are past the last element.</summary>
    public bool CanBeOutside => Bits.Mask(Index.Width) >= Count;
}
