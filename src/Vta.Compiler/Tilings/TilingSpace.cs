using Vta.Compiler.Commands;
using Vta.Compiler.Operators.Convolution;
using Vta.Isa;

namespace Vta.Compiler.Tilings;

/// <summary>The tilings of a convolution that fit a configuration: all of them, or those of some block lengths only.</summary>
/// <param name="config">The hardware.</param>
/// <param name="layout">The convolution.</param>
/// <param name="stage">What follows it.</param>
internal sealed class TilingSpace(VtaConfig config, ConvolutionLayout layout, OutputStage stage)
{
    private static readonly (int Threads, ThreadAxis Axis)[] s_threads =
        [(2, ThreadAxis.OutChannel), (2, ThreadAxis.Height), (2, ThreadAxis.Batch), (2, ThreadAxis.Group), (1, ThreadAxis.OutChannel)];

    /// <summary>
    /// The smallest tiling. All of the kernel is loaded at a time where it fits, else as many of its rows as do, else a part of a row.
    /// </summary>
    internal ConvolutionSchedule Smallest { get; } = FindSmallest(config, layout, stage);

    /// <summary>Every tiling.</summary>
    internal IEnumerable<ConvolutionSchedule> All() => Of(length => Enumerable.Range(1, length));

    /// <summary>The tilings made of some block lengths.</summary>
    /// <param name="blocks">Lengths to try on an axis of a length.</param>
    internal IEnumerable<ConvolutionSchedule> Of(Func<int, IEnumerable<int>> blocks) =>
        from thread in s_threads
        let smallest = Smallest with { Threads = thread.Threads, ThreadAxis = thread.Axis }
        from width in blocks(layout.Shape.OutWidth)
        where layout.Columns.IsPossible(width)
        from height in blocks(layout.Shape.OutHeight)
        where layout.Rows.IsPossible(height)
        let pixels = smallest with { Height = height, Width = width }
        where Fits(pixels)
        from batch in blocks(layout.Batches)
        where Fits(pixels with { Batch = batch })
        from part in blocks(layout.Parts)
        where Fits(pixels with { Batch = batch, Group = part })
        from outChannel in blocks(layout.OutChannels)
        where Fits(pixels with { Batch = batch, Group = part, OutChannel = outChannel })
        from inChannel in blocks(layout.InChannels)
        let schedule = pixels with { Batch = batch, Group = part, OutChannel = outChannel, InChannel = inChannel }
        where Contains(schedule)
        select schedule;

    /// <summary>The tilings that differ from one in one block length, a little, or in the use of threads.</summary>
    internal IEnumerable<ConvolutionSchedule> Neighbours(ConvolutionSchedule schedule)
    {
        IEnumerable<ConvolutionSchedule> all =
        [
            .. Lengths(schedule.Batch, layout.Batches).Select(length => schedule with { Batch = length }),
            .. Lengths(schedule.Group, layout.Parts).Select(length => schedule with { Group = length }),
            .. Lengths(schedule.OutChannel, layout.OutChannels).Select(length => schedule with { OutChannel = length }),
            .. Lengths(schedule.InChannel, layout.InChannels).Select(length => schedule with { InChannel = length }),
            .. Lengths(schedule.Height, layout.Shape.OutHeight).Select(length => schedule with { Height = length }),
            .. Lengths(schedule.Width, layout.Shape.OutWidth).Select(length => schedule with { Width = length }),
            .. s_threads.Select(thread => schedule with { Threads = thread.Threads, ThreadAxis = thread.Axis }),
        ];
        return all.Where(neighbour => layout.Rows.IsPossible(neighbour.Height) && layout.Columns.IsPossible(neighbour.Width) && Contains(neighbour));

        static IEnumerable<int> Lengths(int length, int most)
        {
            // Of the lengths that cut an axis into different numbers of tiles the two next ones, and the very next.
            var candidates = BlockCandidates.Of(most);
            return candidates.Where(candidate => candidate > length).TakeLast(2)
                .Concat(candidates.Where(candidate => candidate < length).Take(2))
                .Concat([length - 1, length + 1]).Where(next => next >= 1 && next <= most).Distinct();
        }
    }

    /// <summary>Whether a tiling can be generated, and its kernels fit the micro-op buffer.</summary>
    internal bool Contains(ConvolutionSchedule schedule) => Fits(schedule)
        && ConvolutionCost.MicroOpsOfKernel(layout, schedule) <= config.Uop.Depth
        && new ConvolutionTiling(layout, schedule).ThreadTiles(schedule.ThreadAxis) % schedule.Threads == 0;

    private bool Fits(ConvolutionSchedule schedule)
    {
        var footprint = new ConvolutionFootprint(layout, stage, schedule);
        return footprint.Acc <= config.Acc.Depth && footprint.Inp <= config.Inp.Depth && footprint.Wgt <= config.Wgt.Depth
            && footprint.Par <= (config.Par?.Depth ?? 0) && (long)schedule.Height * schedule.Width <= KernelLimits.MaxExtent;
    }

    private static ConvolutionSchedule FindSmallest(VtaConfig config, ConvolutionLayout layout, OutputStage stage)
    {
        var (rows, columns) = (layout.Rows, layout.Columns);
        var pixel = new ConvolutionSchedule(1, 1, 1, Math.Min(rows.InputDilation, rows.Outputs), Math.Min(columns.InputDilation, columns.Outputs));
        if (Fits(pixel))
            return pixel;
        foreach (var height in BlockCandidates.Of(rows.Kernel).Where(rows.IsPossibleKernel))
        {
            if (Fits(pixel with { Kernel = (height, columns.Kernel) }))
                return pixel with { Kernel = (height, columns.Kernel) };
        }
        var least = Math.Min(rows.InputDilation, rows.Kernel);
        foreach (var width in BlockCandidates.Of(columns.Kernel).Where(columns.IsPossibleKernel))
        {
            if (Fits(pixel with { Kernel = (least, width) }))
                return pixel with { Kernel = (least, width) };
        }
        return pixel with { Kernel = (least, Math.Min(columns.InputDilation, columns.Kernel)) };

        // Of a part of the kernel there is room for two threads.
        bool Fits(ConvolutionSchedule schedule)
        {
            var footprint = new ConvolutionFootprint(layout, stage, schedule with { Threads = schedule.Kernel is null ? 1 : 2 });
            return footprint.Inp <= config.Inp.Depth && footprint.Wgt <= config.Wgt.Depth;
        }
    }
}
