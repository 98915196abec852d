using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Generates the sum of two vectors of accumulators, in tiles: each is loaded twice, added and stored.</summary>
public static class VectorAddGenerator
{
    /// <summary>The lowered program; two threads, so that one tile is stored while the next is loaded.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="elements">Accumulator elements of each vector.</param>
    /// <param name="left">The first vector, as accumulators.</param>
    /// <param name="right">The second vector, as accumulators.</param>
    /// <param name="sum">Where the sum goes, as outputs.</param>
    /// <param name="block">Elements of a tile.</param>
    /// <exception cref="VtaInputException">The tiles do not fit the accumulators.</exception>
    public static Stmt Generate(VtaConfig config, int elements, DramBuffer left, DramBuffer right, DramBuffer sum, int block)
    {
        var axis = new TileAxis(elements, block);
        var threads = axis.Count > 1 ? MaxThreads : 1;
        if ((long)threads * 2 * block > config.Acc.Depth)
            throw new VtaInputException($"{threads} tiles of 2·{block} elements do not fit the acc buffer, which holds "
                + $"{config.Acc.Depth}; use smaller tiles");
        Stmt Group(Expr first, int tiles) => new Sequence(
        [
            .. Enumerable.Range(0, tiles).Select(thread => Add(first + thread, thread * 2 * block)),
            .. Enumerable.Range(0, tiles).Select(thread => Store(first + thread, thread * 2 * block)),
        ]);
        Stmt Add(Expr tile, int at) => new Sequence(
            new DepPop(Unit.Store, Unit.Compute),
            new LoadBuffer2D(left, axis.Start(tile), axis.Extent(tile), 1, 1, at, MemoryId.Acc),
            new LoadBuffer2D(right, axis.Start(tile), axis.Extent(tile), 1, 1, at + block, MemoryId.Acc),
            KernelNest.Create(KernelOperation.Of<AddOperation>(), [new KernelAxis(axis.Extent(tile), block, 1, 1, 0)], true, at, at + block, 0),
            new DepPush(Unit.Compute, Unit.Store));
        Stmt Store(Expr tile, int at) => new Sequence(
            new DepPop(Unit.Compute, Unit.Store),
            new StoreBuffer2D(at, sum, axis.Start(tile), axis.Extent(tile), 1, 1),
            new DepPush(Unit.Store, Unit.Compute));

        return new Sequence(
        [
            .. Enumerable.Repeat(new DepPush(Unit.Store, Unit.Compute), threads),
            For.Each("i_out", axis.Count / threads, group => Group(group * threads, threads)),
            .. axis.Count % threads == 0 ? (Stmt[])[] : [Group(axis.Count - 1, 1)],
            .. Enumerable.Repeat(new DepPop(Unit.Store, Unit.Compute), threads),
        ]);
    }

    /// <summary>A tile length that fits: all of it where possible.</summary>
    public static int Block(VtaConfig config, int elements)
    {
        var most = Math.Min(config.Acc.Depth / 2, KernelLimits.MaxExtent);
        return elements <= most ? elements : Math.Max(1, Math.Min(config.Acc.Depth / 2 / MaxThreads, KernelLimits.MaxExtent));
    }

    private const int MaxThreads = 2;
}
