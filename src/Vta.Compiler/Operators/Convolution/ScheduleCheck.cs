using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>Whether a convolution's schedule can be generated; if not, what to change.</summary>
internal static class ScheduleCheck
{
    /// <exception cref="VtaInputException">It cannot; the message says why.</exception>
    internal static void Require(VtaConfig config, ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
    {
        RequireBlock("b", schedule.Batch, layout.Batches);
        RequireBlock("g", schedule.Group, layout.Parts);
        RequireBlock("oc", schedule.OutChannel, layout.OutChannels);
        RequireBlock("ic", schedule.InChannel, layout.InChannels);
        RequireBlock("h", schedule.Height, layout.Shape.OutHeight);
        RequireBlock("w", schedule.Width, layout.Shape.OutWidth);
        RequirePhases("h", schedule.Height, layout.Rows);
        RequirePhases("w", schedule.Width, layout.Columns);
        var tiling = new ConvolutionTiling(layout, schedule);
        RequireKernel(layout, tiling.KernelRows.Block, tiling.KernelColumns.Block);
        RequireThreads(tiling, schedule);

        var footprint = new ConvolutionFootprint(layout, stage, schedule);
        var (b, g, oc, ic, h, w) = (("b", schedule.Batch), ("g", schedule.Group), ("oc", schedule.OutChannel), ("ic", schedule.InChannel),
            ("h", schedule.Height), ("w", schedule.Width));
        RequireBuffer(config.Acc, footprint.Acc, schedule, [b, g, oc, h, w]);
        if (config.Par is { } par)
            RequireBuffer(par, footprint.Par, schedule, [g, oc]);
        RequireBuffer(config.Inp, footprint.Inp, schedule, [b, g, ic, h, w], tiling);
        RequireBuffer(config.Wgt, footprint.Wgt, schedule, [g, oc, ic], tiling);
    }

    private static void RequireBlock(string axis, int block, int length)
    {
        if (block < 1 || block > length)
            throw new VtaInputException($"a tile of {axis} {block} is not possible; this axis has 1 to {length}");
    }

    private static void RequirePhases(string axis, int block, ConvolutionAxis spatial)
    {
        if (!spatial.IsPossible(block))
            throw new VtaInputException($"a tile of {axis} {block} is not possible; with a stride of {spatial.InputDilation} it has to be a multiple of that, "
                + $"or all {spatial.Outputs}");
    }

    private static void RequireKernel(ConvolutionLayout layout, int rows, int columns)
    {
        if (layout.Depthwise is not null && (rows, columns) != (layout.Rows.Kernel, layout.Columns.Kernel))
            throw new VtaInputException("the kernel of a depthwise convolution is taken whole; leave kh and kw out");
        RequireBlock("kh", rows, layout.Rows.Kernel);
        RequireBlock("kw", columns, layout.Columns.Kernel);
        foreach (var (axis, block, spatial) in ((string, int, ConvolutionAxis)[])[("kh", rows, layout.Rows), ("kw", columns, layout.Columns)])
        {
            if (!spatial.IsPossibleKernel(block))
                throw new VtaInputException($"a tile of {axis} {block} is not possible; with a stride of {spatial.InputDilation} it has to be a multiple of that, "
                    + $"or all {spatial.Kernel}");
        }
    }

    private static void RequireThreads(ConvolutionTiling tiling, ConvolutionSchedule schedule)
    {
        if (schedule.Threads is not (1 or 2))
            throw new VtaInputException($"{schedule.Threads} threads are not possible; allowed are 1 and 2");
        var tiles = tiling.ThreadTiles(schedule.ThreadAxis);
        if (tiles % schedule.Threads != 0)
            throw new VtaInputException($"{tiles} tiles cannot be shared by {schedule.Threads} threads ({schedule}); "
                + "change the block of that axis, the axis or the threads");
    }

    private static void RequireBuffer(
        BufferShape buffer, long needed, ConvolutionSchedule schedule, IReadOnlyList<(string Axis, int Block)> axes, ConvolutionTiling? kernel = null)
    {
        if (needed <= buffer.Depth)
            return;
        // Cutting the kernel is for those whose other axes are as short as can be.
        if (axes.All(axis => axis.Block == 1) && kernel is { } tiling)
            axes = [("kh", tiling.KernelRows.Block), ("kw", tiling.KernelColumns.Block)];
        string[] larger = [.. axes.Where(axis => axis.Block > 1).Select(axis => axis.Axis)];
        var advice = (larger, schedule.Threads) switch
        {
            ([], 1) => $"raise LOG_{buffer.Name.ToUpperInvariant()}_BUFF_SIZE",
            ([], _) => "use 1 thread",
            ([var only], _) => $"make {only} smaller",
            _ => $"make {string.Join(", ", larger[..^1])} or {larger[^1]} smaller",
        };
        throw new VtaInputException($"the tiles ({schedule}) need {needed} elements of the {buffer.Name} buffer, which holds {buffer.Depth}; "
            + advice + (larger.Length > 0 && schedule.Threads > 1 ? ", or use 1 thread" : ""));
    }
}
