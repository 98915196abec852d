using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

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
            var mapped = statement.Map(Visit);
            return mapped is Allocate allocate && InPlaceOf.ContainsKey(allocate.Buffer)
                ? allocate with { InPlaceOf = Owner(allocate.Buffer) }
                : mapped;
        }

        // The first of those that change values in one place.
        LoopBuffer Owner(LoopBuffer buffer) => InPlaceOf.TryGetValue(buffer, out var source) ? Owner(source) : buffer;

        return Visit(program);
    }
}
