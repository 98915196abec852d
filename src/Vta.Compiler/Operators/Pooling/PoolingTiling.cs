using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>The outputs of a tile of a pooling: whole planes where one fits, else rows of one, else a part of a row.</summary>
/// <param name="Planes">Planes, which are channel blocks of images.</param>
/// <param name="Height">Output rows.</param>
/// <param name="Width">Output columns.</param>
public sealed record PoolingTiling(int Planes, int Height, int Width)
{
    /// <summary>Outputs of a tile.</summary>
    public int Outputs => Planes * Height * Width;

    /// <summary>Inputs of a tile, at most.</summary>
    public int Inputs(PoolingShape shape) => Planes
        * PoolingAxis.MostInputs(shape.Height, shape.KernelHeight, shape.StrideHeight, Height)
        * PoolingAxis.MostInputs(shape.Width, shape.KernelWidth, shape.StrideWidth, Width);

    /// <summary>The tiling with the fewest tiles.</summary>
    /// <exception cref="VtaInputException">Not even the inputs of one output fit.</exception>
    public static PoolingTiling Choose(VtaConfig config, PoolingShape shape, int planes)
    {
        var (height, width) = (shape.OutHeight, shape.OutWidth);
        if (Most(planes, count => new PoolingTiling(count, height, width)) is { } whole)
            return whole;
        if (Most(height, rows => new PoolingTiling(1, rows, width)) is { } rowwise)
            return rowwise;
        if (Most(width, columns => new PoolingTiling(1, 1, columns)) is { } columnwise)
            return columnwise;
        var one = new PoolingTiling(1, 1, 1);
        throw new VtaInputException($"a window needs {one.Inputs(shape)} elements of the {config.Acc.Name} buffer and 2 for results; it holds {config.Acc.Depth}: "
            + "use a smaller window, or raise LOG_ACC_BUFF_SIZE");

        // Blocks of equal lengths, as few as fit.
        PoolingTiling? Most(int length, Func<int, PoolingTiling> tiling)
        {
            for (var blocks = 1; blocks <= length; blocks++)
            {
                var candidate = tiling(BlockedLayout.Blocks(length, blocks));
                if (candidate.Inputs(shape) + (long)PoolingGenerator.ResultBuffers * candidate.Outputs <= config.Acc.Depth
                    && candidate.Outputs <= KernelLimits.MaxExtent
                    && KernelNest.MicroOpCount([candidate.Planes, candidate.Height, candidate.Width]) <= config.Uop.Depth)
                    return candidate;
            }
            return null;
        }
    }

    public override string ToString() => $"tiles of {Planes}x{Height}x{Width} outputs (channel blocks, rows, columns)";
}
