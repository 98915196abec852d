using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Operators.Pooling;

/// <summary>
/// Generates a pooling in tiles, which the ALU does on the acc buffer. Without padding a kernel takes whole windows; with it there is one for
/// each offset of the window, over the outputs that have an input there. Results have two places, so that one tile is stored while the next is
/// computed.
/// </summary>
public sealed class PoolingGenerator
{
    internal const int ResultBuffers = 2;

    private readonly VtaConfig config;
    private readonly PoolingShape shape;
    private readonly PoolingTiling tiling;
    private readonly DramBuffer data;
    private readonly DramBuffer result;
    private readonly DramBuffer? parameters;
    private readonly TileAxis planes;
    private readonly TileAxis rows;
    private readonly TileAxis columns;

    private PoolingGenerator(VtaConfig config, PoolingShape shape, PoolingTiling tiling, DramBuffer data, DramBuffer result, DramBuffer? parameters)
    {
        this.config = config;
        this.shape = shape;
        this.tiling = tiling;
        this.data = data;
        this.result = result;
        this.parameters = parameters;
        planes = new TileAxis(Planes(config, shape), tiling.Planes);
        rows = new TileAxis(shape.OutHeight, tiling.Height);
        columns = new TileAxis(shape.OutWidth, tiling.Width);
    }

    private int Tiles => planes.Count * rows.Count * columns.Count;

    /// <summary>Planes of a pooling: channel blocks of images, or of as many images as an element holds.</summary>
    public static int Planes(VtaConfig config, PoolingShape shape) => checked(
        BlockedLayout.Blocks(shape.Batch, config.Batch) * BlockedLayout.Blocks(shape.Channels, config.BlockOut));

    /// <summary>The lowered program.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The pooling.</param>
    /// <param name="tiling">Its tiles.</param>
    /// <param name="data">The input in blocks of BATCH×BLOCK_OUT, a byte a number.</param>
    /// <param name="result">The output in the same blocks, as outputs of the hardware.</param>
    /// <param name="parameters">An element of parameters by which sums are requantised; null where they are divided by their count.</param>
    /// <exception cref="VtaInputException">The shape is none, or the hardware cannot average it.</exception>
    public static CommandProgram Generate(
        VtaConfig config, PoolingShape shape, PoolingTiling tiling, DramBuffer data, DramBuffer result, DramBuffer? parameters = null) =>
        new(new PoolingGenerator(config, shape.Checked(), tiling, data, result, parameters).Program());

    private Sequence Program()
    {
        var tokens = Math.Min(ResultBuffers, Tiles);
        IEnumerable<Stmt> begin = parameters is null ? [] : [DmaPattern.Load(parameters, 0, [new DmaAxis(1, 1, true)], 0, MemoryId.Par)];
        return new Sequence(
        [
            .. begin,
            .. Enumerable.Repeat(new DepPush(Unit.Store, Unit.Compute), tokens),
            For.Each("plane_out", planes.Count, plane =>
                For.Each("y_out", rows.Count, y =>
                    For.Each("x_out", columns.Count, x => Tile(plane, y, x)))),
            .. Enumerable.Repeat(new DepPop(Unit.Store, Unit.Compute), tokens),
        ]);
    }

    private Sequence Tile(Expr plane, Expr y, Expr x)
    {
        var vertical = new PoolingAxis(shape.Height, shape.KernelHeight, shape.PadHeight, shape.StrideHeight, rows.Start(y), rows.Extent(y));
        var horizontal = new PoolingAxis(shape.Width, shape.KernelWidth, shape.PadWidth, shape.StrideWidth, columns.Start(x), columns.Extent(x));
        var index = (plane * rows.Count + y) * columns.Count + x;
        var results = index % ResultBuffers * tiling.Outputs + tiling.Inputs(shape);
        return new Sequence(
        [
            Load(plane, vertical, horizontal),
            new DepPop(Unit.Store, Unit.Compute),
            .. Operations(plane, vertical, horizontal, results, Start),
            TakesWholeWindows
                ? Window(plane, vertical, horizontal, 0, 0, WindowAxes(horizontal), results)
                : For.Each("dy", vertical.Offsets, dy =>
                    For.Each("dx", horizontal.Offsets, dx =>
                        Window(plane, vertical, horizontal, vertical.FirstOffset + dy, horizontal.FirstOffset + dx, [], results))),
            .. Operations(plane, vertical, horizontal, results, Finish),
            new DepPush(Unit.Compute, Unit.Store),
            new DepPop(Unit.Compute, Unit.Store),
            Store(plane, vertical, horizontal, results),
            new DepPush(Unit.Store, Unit.Compute),
        ]);
    }

    /// <summary>What windows begin with: nothing to a sum, and the least number there is to a maximum.</summary>
    private IReadOnlyList<KernelOperation> Start => shape.Kind == PoolingKind.Max
        ? [KernelOperation.Clear, KernelOperation.Of<AddOperation>(-(1 << (config.OutWidth - 1)))]
        : [KernelOperation.Clear];

    private IReadOnlyList<KernelOperation> Finish => parameters is not null ? [KernelOperation.Requantize]
        : shape.Kind == PoolingKind.Max ? []
        : AverageOperations.Of(shape.KernelHeight * shape.KernelWidth, config.OutWidth, config.AccWidth);

    private IEnumerable<Stmt> Operations(Expr plane, PoolingAxis vertical, PoolingAxis horizontal, Expr results, IEnumerable<KernelOperation> operations)
    {
        var elements = planes.Extent(plane) * vertical.Extent * horizontal.Extent;
        // The source field of an immediate operation is not used; hardware is known that wants it to be the destination.
        return operations.Select(operation => operation == KernelOperation.Clear || operation == KernelOperation.Requantize
            ? KernelNest.Create(operation, [new KernelAxis(elements, tiling.Outputs, 1, 0, 0)], results, 0, 0)
            : KernelNest.Create(operation, [new KernelAxis(elements, tiling.Outputs, 1, 1, 0)], results, results, 0));
    }

    private bool TakesWholeWindows => shape.PadHeight.Sum + shape.PadWidth.Sum == 0
        && KernelNest.MicroOpCount([tiling.Planes, tiling.Height, tiling.Width, shape.KernelHeight, shape.KernelWidth]) <= config.Uop.Depth;

    private KernelAxis[] WindowAxes(PoolingAxis horizontal) =>
    [
        new KernelAxis(shape.KernelHeight, shape.KernelHeight, 0, horizontal.Inputs, 0),
        new KernelAxis(shape.KernelWidth, shape.KernelWidth, 0, 1, 0),
    ];

    /// <summary>Takes the inputs at one offset of the window, and those that further axes lead to.</summary>
    private Stmt Window(Expr plane, PoolingAxis vertical, PoolingAxis horizontal, Expr dy, Expr dx, KernelAxis[] further, Expr results)
    {
        var row = horizontal.Inputs;
        return KernelNest.Create(
            shape.Kind == PoolingKind.Max ? KernelOperation.Of<MaxOperation>() : KernelOperation.Of<AddOperation>(),
            [
                new KernelAxis(planes.Extent(plane), tiling.Planes, vertical.Extent * horizontal.Extent, vertical.Inputs * row, 0),
                new KernelAxis(vertical.Outputs(dy), tiling.Height, horizontal.Extent, row * shape.StrideHeight, 0),
                new KernelAxis(horizontal.Outputs(dx), tiling.Width, 1, shape.StrideWidth, 0),
                .. further,
            ],
            results + vertical.FirstOutput(dy) * horizontal.Extent + horizontal.FirstOutput(dx),
            vertical.Input(dy) * row + horizontal.Input(dx),
            0);
    }

    private Stmt Load(Expr plane, PoolingAxis vertical, PoolingAxis horizontal)
    {
        var size = shape.Height * shape.Width;
        var isEveryRow = rows.IsWhole && (shape.OutHeight - 1) * shape.StrideHeight + shape.KernelHeight >= shape.Height + shape.PadHeight.Before;
        var isEveryColumn = columns.IsWhole && (shape.OutWidth - 1) * shape.StrideWidth + shape.KernelWidth >= shape.Width + shape.PadWidth.Before;
        return DmaPattern.Load(
            data,
            planes.Start(plane) * size + vertical.FirstInput * shape.Width + horizontal.FirstInput,
            [
                new DmaAxis(planes.Extent(plane), size, planes.IsWhole),
                new DmaAxis(vertical.Inputs, shape.Width, isEveryRow),
                new DmaAxis(horizontal.Inputs, 1, isEveryColumn),
            ],
            0,
            MemoryId.Acc8Bit);
    }

    private Stmt Store(Expr plane, PoolingAxis vertical, PoolingAxis horizontal, Expr results)
    {
        var size = shape.OutHeight * shape.OutWidth;
        return DmaPattern.Store(
            results,
            result,
            planes.Start(plane) * size + vertical.Start * shape.OutWidth + horizontal.Start,
            [
                new DmaAxis(planes.Extent(plane), size, planes.IsWhole),
                new DmaAxis(vertical.Extent, shape.OutWidth, rows.IsWhole),
                new DmaAxis(horizontal.Extent, 1, columns.IsWhole),
            ]);
    }
}
