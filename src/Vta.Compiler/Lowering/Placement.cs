namespace Vta.Compiler;

/// <summary>Where buffers lie.</summary>
/// <param name="Starts">The first element of each in its memory.</param>
/// <param name="InPlaceOf">Buffers that take the place of another, value by value.</param>
internal sealed record Placement(IReadOnlyDictionary<LoopBuffer, int> Starts, IReadOnlyDictionary<LoopBuffer, LoopBuffer> InPlaceOf)
{
    internal static Placement None { get; } = new(new Dictionary<LoopBuffer, int>(), new Dictionary<LoopBuffer, LoopBuffer>());

    /// <summary>Tells the buffers whose place they take.</summary>
    internal void MarkInPlace()
    {
        foreach (var (buffer, source) in InPlaceOf)
            buffer.InPlaceOf = source;
    }
}
