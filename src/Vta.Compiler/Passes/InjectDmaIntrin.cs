using Vta.Compiler.Commands;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>Makes loads and stores of the copies that have the pragma <c>dma_copy</c>: two axes at a time, padding folded in.</summary>
internal sealed class InjectDmaIntrin
{
    private readonly VtaConfig config;
    private readonly Simplifier simplifier;

    private InjectDmaIntrin(VtaConfig config, Bounds bounds) => (this.config, simplifier) = (config, new Simplifier(bounds));

    internal static Stmt Run(Stmt program, VtaConfig config, Bounds bounds) => new InjectDmaIntrin(config, bounds).Visit(program);

    private Stmt Visit(Stmt statement) => statement is Pragma { Kind: PragmaKind.DmaCopy } pragma
        ? Copy(pragma)
        : statement.Map(Visit);

    private Stmt Copy(Pragma pragma)
    {
        var nest = LoopNest.Of(pragma.Body);
        if (nest.IsRagged && pragma.Body is For outer)
            return outer with { Body = Copy(pragma with { Body = outer.Body }) };
        if (nest.Body is not BufferStore store)
            throw new VtaInputException("dma_copy: what is computed here is more than a copy: "
                + "a stage with this pragma reads one tensor, and other stages are not computed inside of its loops", pragma.Where.ToString());
        var (condition, value) = store.Value is SelectExpr select ? (select.Condition, select.WhenTrue) : (null, store.Value);
        if (store.Value is SelectExpr { Otherwise: not Constant { Value: 0 } } padded)
            throw new VtaInputException($"dma_copy of {store.Buffer.Name}: it is padded with {padded.Otherwise}; DMA pads with zeros", pragma.Where.ToString());
        if (value is Constant)
            throw new VtaInputException($"dma_copy of {store.Buffer.Name}: all of it that is needed is padding; DMA pads around what it loads, so give "
                + "that a stage of its own with the pragma alu", pragma.Where.ToString());
        var cast = value as CastExpr;
        if ((cast?.Value ?? value) is not BufferLoad load)
            throw new VtaInputException($"dma_copy of {store.Buffer.Name}: it computes {ScriptExpressions.Outline(value)}; DMA only copies, so give that a stage of its own with "
                + "the pragma alu", pragma.Where.ToString());
        return (load.Buffer.Scope.IsOnChip, store.Buffer.Scope.IsOnChip) switch
        {
            (false, true) => Load(CopyPattern.Find(nest, (store.Buffer, store.Index), (load.Buffer, load.Index), condition, simplifier, pragma.Where), pragma.Where),
            (true, false) => condition is null
                ? Store(CopyPattern.Find(nest, (load.Buffer, load.Index), (store.Buffer, store.Index), null, simplifier, pragma.Where), pragma.Where)
                : throw new VtaInputException($"dma_copy of {store.Buffer.Name}: stores do not pad", pragma.Where.ToString()),
            _ => throw new VtaInputException($"dma_copy of {store.Buffer.Name}: {load.Buffer.Name} is in {load.Buffer.Scope} and {store.Buffer.Name} in "
                + $"{store.Buffer.Scope}; DMA copies between DRAM and on-chip buffers: use SetScope", pragma.Where.ToString()),
        };
    }

    private Stmt Load(CopyPattern pattern, SourceLine where)
    {
        var memory = pattern.Chip.Scope.Memory!.Value;
        if (pattern.Dram.Type != pattern.Chip.Type)
        {
            if (memory != MemoryId.Acc || pattern.Dram.Type != DataType.Int8)
                throw new VtaInputException($"dma_copy of {pattern.Chip.Name}: {pattern.Dram.Name} is {pattern.Dram.Type} and it is {pattern.Chip.Type}; "
                    + "only the acc buffer takes another type, which is int8", where.ToString());
            memory = MemoryId.Acc8Bit;
        }
        RequireType(pattern.Chip, where);
        var unit = memory is MemoryId.Inp or MemoryId.Wgt ? Unit.Load : Unit.Compute;
        return new CoprocScope(unit, Rows(pattern, where, (chip, dram, y, x) =>
            new LoadBuffer2D(pattern.Dram.Dram, dram, x.Size, y.Size, y.Dram, new BufferAddress(pattern.Chip, chip), memory)
            {
                XPad0 = x.PadBefore,
                YPad0 = y.PadBefore,
                XPad1 = x.PadAfter,
                YPad1 = y.PadAfter,
            }));
    }

    private Stmt Store(CopyPattern pattern, SourceLine where)
    {
        if (pattern.Chip.Scope.Memory != MemoryId.Acc)
            throw new VtaInputException($"dma_copy: {pattern.Chip.Name} is in {pattern.Chip.Scope}; stores are from the acc buffer", where.ToString());
        RequireType(pattern.Chip, where);
        // An element has as many values as an accumulator.
        if (pattern.Dram.Type.Bits != config.OutWidth)
            throw new VtaInputException($"dma_copy of {pattern.Dram.Name}: it is {pattern.Dram.Type}, and stores write the low "
                + $"{config.OutWidth} bits of accumulators; cast to the type of outputs, env.OutType", where.ToString());
        return new CoprocScope(Unit.Store, Rows(pattern, where, (chip, dram, y, x) =>
            new StoreBuffer2D(new BufferAddress(pattern.Chip, chip), pattern.Dram.Dram, dram, x.Size, y.Size, y.Dram)));
    }

    private static void RequireType(LoopBuffer chip, SourceLine where)
    {
        if (chip.Type.Bits != chip.Scope.Shape!.Width)
            throw new VtaInputException($"dma_copy: {chip.Name} is {chip.Type}, and values of the {chip.Scope.Shape.Name} buffer have "
                + $"{chip.Scope.Shape.Width} bits; cast it", where.ToString());
    }

    /// <summary>The two inner axes as rows, and loops around for others.</summary>
    private Stmt Rows(CopyPattern pattern, SourceLine where, Func<Expr, Expr, CopyAxis, CopyAxis, Stmt> move)
    {
        var one = new CopyAxis(1, 1, 1, 1, 0, 0, null);
        var axes = pattern.Axes.ToList();
        var x = axes is [.., { Chip: 1, Dram: 1 } innermost] ? innermost : one;
        if (x != one)
            axes.RemoveAt(axes.Count - 1);
        // A shorter row that is padded anyhow is padded to the length of a row.
        if (axes is [.., { IsPadded: true } padding] && x.Extent is not Constant && padding.Chip == x.Most)
        {
            var after = x.PadAfter + (x.Most - x.Extent);
            if (simplifier.Bounds.Exact(simplifier.Simplify(after)).Max is > TransferLimits.MaxPadding and var overhang)
                throw new VtaInputException($"dma_copy of {pattern.Chip.Name}: {x.Variable?.Name ?? "a row"} is shorter by {overhang} in the last tile, which is padded to the "
                    + $"length of the others as rows are padded too, and an instruction pads by {TransferLimits.MaxPadding} at most; choose a factor that leaves a longer last tile",
                    where.ToString());
            x = x with { Extent = x.Most, PadAfter = after };
        }
        // Rows lie one after the other on chip.
        var y = axes is [.., var row] && x.Extent is Constant { Value: var width } && width == row.Chip && row.Dram is >= 0 and <= TransferLimits.MaxSize ? row : one with { Dram = Stride(x) };
        if (axes.Count > 0 && ReferenceEquals(y, axes[^1]))
            axes.RemoveAt(axes.Count - 1);
        if (axes.Find(axis => axis.IsPadded) is { } padded)
            throw new VtaInputException($"dma_copy of {pattern.Chip.Name}: {padded.Variable?.Name ?? "an axis"} is padded, and is not one of the two inner axes of "
                + "the tile; DMA pads rows and their number, so put padded axes inside, or pad that one in memory", where.ToString());
        foreach (var (axis, pad) in ((CopyAxis, Expr)[])[(y, y.PadBefore), (y, y.PadAfter), (x, x.PadBefore), (x, x.PadAfter)])
        {
            if (simplifier.Bounds.Exact(simplifier.Simplify(pad)).Max is > TransferLimits.MaxPadding and var most)
                throw new VtaInputException($"dma_copy of {pattern.Chip.Name}: {axis.Variable?.Name ?? "a row"} is padded by {most}, and an instruction pads by {TransferLimits.MaxPadding} "
                    + "at most; pad that axis in memory", where.ToString());
        }
        return Loops(axes, 0, pattern.ChipStart, pattern.DramStart + y.PadBefore * y.Dram + x.PadBefore, (chip, dram) => move(chip, dram, y, x));
    }

    private static int Stride(CopyAxis x) => x.Extent is Constant { Value: <= TransferLimits.MaxSize } extent ? extent.Value : 1;

    private Stmt Loops(List<CopyAxis> axes, int depth, Expr chip, Expr dram, Func<Expr, Expr, Stmt> move)
    {
        if (depth == axes.Count)
            return Simplify(move(chip, dram));
        var axis = axes[depth];
        var variable = axis.Variable ?? new Variable("i");
        simplifier.Bounds.Add(variable, axis.Most);
        var body = Loops(axes, depth + 1, chip + variable * axis.Chip, dram + variable * axis.Dram, move);
        return new For(variable, axis.Extent, body) { Most = axis.Most };
    }

    private Stmt Simplify(Stmt statement) => statement.Map(Simplify, simplifier.Simplify);
}
