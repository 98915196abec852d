using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators;

/// <summary>An axis cut into blocks, of which the last may be shorter.</summary>
/// <param name="Length">Length of the axis.</param>
/// <param name="Block">Length of a block.</param>
public readonly record struct TileAxis(int Length, int Block)
{
    /// <summary>Number of blocks.</summary>
    public int Count => BlockedLayout.Blocks(Length, Block);

    /// <summary>Whether one block is all of it.</summary>
    public bool IsWhole => Block == Length;

    /// <summary>Where a block begins.</summary>
    public Expr Start(Expr index) => index * Block;

    /// <summary>Length of a block.</summary>
    public Expr Extent(Expr index) => Length % Block == 0 ? Block : Expr.Min(Block, Length - index * Block);

    /// <inheritdoc cref="Extent"/>
    internal int ExtentAt(int index) => Math.Min(Block, Length - index * Block);
}
