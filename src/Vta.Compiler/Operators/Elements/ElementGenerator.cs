using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Operators.Elements;

/// <summary>
/// Generates operations on the elements of operands of equal layouts, tile by tile on the acc buffer: operands are loaded, a byte a number, the steps are done,
/// and operand 0 is stored. Tiles have two places, so that one is stored while the next is computed.
/// </summary>
public sealed class ElementGenerator
{
    private const int Places = 2;

    private readonly IReadOnlyList<ElementStep> steps;
    private readonly IReadOnlyList<DramBuffer> operands;
    private readonly DramBuffer result;
    private readonly DramBuffer? parameters;
    private readonly int parameterElements;
    private readonly TileAxis tiles;

    private ElementGenerator(
        VtaConfig config, int elements, IReadOnlyList<ElementStep> steps, IReadOnlyList<DramBuffer> operands, DramBuffer result, DramBuffer? parameters)
    {
        (this.steps, this.operands, this.result, this.parameters) = (steps, operands, result, parameters);
        parameterElements = parameters is null ? 0 : (int)(parameters.Bytes / config.Par!.ElemBytes);
        var most = Math.Min(config.Acc.Depth / (Places * operands.Count), KernelLimits.MaxExtent);
        tiles = new TileAxis(elements, BlockedLayout.Blocks(elements, BlockedLayout.Blocks(elements, most)));
    }

    /// <summary>The lowered program.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="elements">Elements of each operand.</param>
    /// <param name="steps">What is done, in order.</param>
    /// <param name="operands">In blocks of BATCH×BLOCK_OUT, a byte a number.</param>
    /// <param name="result">In the same blocks.</param>
    /// <param name="parameters">Elements of parameters for the steps that requantise; null where none does.</param>
    /// <exception cref="VtaInputException">The accumulators cannot hold an element of each operand.</exception>
    public static CommandProgram Generate(
        VtaConfig config, int elements, IReadOnlyList<ElementStep> steps, IReadOnlyList<DramBuffer> operands, DramBuffer result, DramBuffer? parameters = null)
    {
        if (config.Acc.Depth < Places * operands.Count)
            throw new VtaInputException($"{operands.Count} operands need {Places * operands.Count} elements of the acc buffer, which holds {config.Acc.Depth}: "
                + "raise LOG_ACC_BUFF_SIZE");
        return new CommandProgram(new ElementGenerator(config, elements, steps, operands, result, parameters).Program());
    }

    private Sequence Program()
    {
        var tokens = Math.Min(Places, tiles.Count);
        IEnumerable<Stmt> begin = parameters is null ? [] : [DmaPattern.Load(parameters, 0, [new DmaAxis(parameterElements, 1, true)], 0, MemoryId.Par)];
        return new Sequence(
        [
            .. begin,
            .. Enumerable.Repeat(new DepPush(Unit.Store, Unit.Compute), tokens),
            For.Each("tile", tiles.Count, Tile),
            .. Enumerable.Repeat(new DepPop(Unit.Store, Unit.Compute), tokens),
        ]);
    }

    private Sequence Tile(Expr tile)
    {
        var place = tiles.Count == 1 ? 0 : tile % Places * (operands.Count * tiles.Block);
        DmaAxis[] all = [new DmaAxis(tiles.Extent(tile), 1, true)];
        return new Sequence(
        [
            new DepPop(Unit.Store, Unit.Compute),
            .. operands.Select((operand, index) => DmaPattern.Load(operand, tiles.Start(tile), all, Operand(index), MemoryId.Acc8Bit)),
            .. steps.Select(Kernel),
            new DepPush(Unit.Compute, Unit.Store),
            new DepPop(Unit.Compute, Unit.Store),
            DmaPattern.Store(Operand(0), result, tiles.Start(tile), all),
            new DepPush(Unit.Store, Unit.Compute),
        ]);

        Expr Operand(int index) => place + index * tiles.Block;

        Stmt Kernel(ElementStep step) => step.Operation == KernelOperation.Requantize
            ? KernelNest.Create(step.Operation, [new KernelAxis(tiles.Extent(tile), tiles.Block, 1, 0, 0)], Operand(step.Dst), step.Src, 0)
            // The source field of an immediate operation is not used; hardware is known that wants it to be the destination.
            : KernelNest.Create(step.Operation, [new KernelAxis(tiles.Extent(tile), tiles.Block, 1, 1, 0)],
                Operand(step.Dst), Operand(step.Operation is KernelOperation.Alu { Immediate: null } ? step.Src : step.Dst), 0);
    }
}
