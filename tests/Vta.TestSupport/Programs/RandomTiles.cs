using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.TestSupport;

/// <summary>
/// Random tiles of a stage, which need not divide its axes, and threads that share them, which need not divide their number.
/// </summary>
/// <param name="Outer">The loops over tiles, outermost first.</param>
/// <param name="Inner">The loops within a tile.</param>
internal sealed record RandomTiles(IReadOnlyList<IterVar> Outer, IReadOnlyList<IterVar> Inner)
{
    /// <summary>Splits all axes but the two of an element.</summary>
    internal static RandomTiles Create(Stage stage, Random random)
    {
        var (outer, inner) = (new List<IterVar>(), new List<IterVar>());
        foreach (var axis in stage.Axis.SkipLast(2))
        {
            var split = stage.Split(axis, factor: random.Next(1, axis.Extent + 1));
            outer.Add(split.Outer);
            inner.Add(split.Inner);
        }
        if (random.Next(3) == 0)
            outer = [.. outer.OrderBy(_ => random.Next())];
        // Mostly one loop is shared by threads, sometimes none or two.
        List<IterVar> shared = [.. outer.OrderBy(_ => random.Next()).Take(random.Next(8) switch { < 2 => 0, 7 => 2, _ => 1 })];
        foreach (var axis in shared)
            Share(stage, outer, outer.IndexOf(axis), random);
        stage.Reorder([.. outer, .. inner, .. stage.Axis.TakeLast(2)]);
        return new RandomTiles(outer, inner);
    }

    /// <summary>Gives the iterations of a loop to two to four threads, in turns or in runs.</summary>
    private static void Share(Stage stage, List<IterVar> outer, int index, Random random)
    {
        var threads = random.Next(2, 5);
        var inTurns = random.Next(2) == 0;
        var split = inTurns ? stage.Split(outer[index], factor: threads) : stage.Split(outer[index], nparts: threads);
        var (rest, thread) = inTurns ? split : (split.Inner, split.Outer);
        outer[index] = rest;
        // Threads are outermost, or just around or within the loop that they share.
        outer.Insert(random.Next(3) > 0 ? 0 : inTurns ? index + random.Next(2) : index, thread);
        stage.Bind(thread, Te.ThreadAxis("cthread"));
    }
}
