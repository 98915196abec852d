namespace Vta.Compiler;

/// <summary>Where buffers lie.</summary>
/// <param name="Starts">The first element of each in its memory.</param>
/// <param name="InPlaceOf">Buffers that take the place of another, value by value.</param>
internal sealed record Placement(IReadOnlyDictionary<LoopBuffer, int> Starts, IReadOnlyDictionary<LoopBuffer, LoopBuffer> InPlaceOf)
{
    internal static Placement None { get; } = new(new Dictionary<LoopBuffer, int>(), new Dictionary<LoopBuffer, LoopBuffer>());

    /// <summary>A program whose allocations say whose place they take.</summary>
    internal Stmt MarkInPlace(Stmt program)
    {
        Stmt Visit(Stmt statement)
        {
            var mapped = statement.Map(Visit, expression => expression);
            return mapped is Allocate allocate && InPlaceOf.TryGetValue(allocate.Buffer, out var source) ? allocate with { InPlaceOf = source } : mapped;
        }

        return Visit(program);
    }
}
