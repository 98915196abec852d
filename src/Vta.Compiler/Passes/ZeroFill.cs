using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>
/// Fills a tile with zeros by loads of which nothing but the padding counts. Each also brings an element from DRAM, to behind its zeros: there the
/// next one puts its own, and in the end it is a spare element of the buffer.
/// </summary>
/// <param name="store">What sets a value of the tile.</param>
/// <param name="source">Where the elements come from.</param>
/// <param name="simplifier">Knows the loops around.</param>
internal sealed class ZeroFill(BufferStore store, LoopBuffer source, Simplifier simplifier)
{
    /// <summary>The loads.</summary>
    /// <param name="nest">The loops.</param>
    /// <param name="isPart">Whether other loops set other elements of the tile.</param>
    /// <param name="where">The pragma.</param>
    /// <exception cref="VtaInputException">The loops set a part of the tile only, of which other parts would be changed.</exception>
    internal Stmt Loads(LoopNest nest, bool isPart, SourceLine where)
    {
        VtaInputException Error(string reason) => new($"dma_copy of {store.Buffer.Name}: {reason}", where.ToString());
        var inside = new HashSet<Variable>(nest.Loops.Select(loop => loop.Variable));
        if (nest.IsRagged || store.Index.All().OfType<Variable>().Any(variable => !inside.Contains(variable)))
            throw Error("some of its rows are nothing but padding, which is loaded for a whole tile at a time; put the pragma at its outermost loop, use tiles that divide, or larger ones");
        store.Buffer.AddSpare();
        var (axes, start, _) = new ElementNest(nest, store.Buffer.Scope.Shape!.ElemValues, Error, simplifier).Find(store.Index, null);
        var rows = axes.Where(axis => axis.Dst is not Constant { Value: 1 }).ToList();
        var length = axes.Where(axis => axis.Dst is Constant { Value: 1 }).Select(axis => axis.Extent).FirstOrDefault(1);

        // Behind one run is what is set later, or the spare element; behind one of several may be what is set already.
        if (isPart && rows.Any(row => row.Most > 1))
            throw Error("a part of each of its rows is nothing but padding in some tiles, and loads of zeros would change what is behind it; use tiles of one row, or pad in memory");
        return new CoprocScope(Unit.Load, Rows(rows, start, length));
    }

    private Stmt Rows(IReadOnlyList<KernelAxis> rows, Expr first, Expr length)
    {
        if (rows is [var row, ..])
            return For.Each("i", row.Extent, index => Rows([.. rows.Skip(1)], first + index * row.Dst, length)) is For loop ? loop with { Most = row.Most } : Rows([.. rows.Skip(1)], first, length);
        var whole = simplifier.Simplify(length / TransferLimits.MaxPadding);
        var most = For.Each("i", whole, index => Load(first + index * TransferLimits.MaxPadding, TransferLimits.MaxPadding));
        var rest = Load(first + whole * TransferLimits.MaxPadding, length % TransferLimits.MaxPadding);
        return whole is Constant { Value: 0 } ? rest : Sequence.Of(most, rest);
    }

    private LoadBuffer2D Load(Expr first, Expr zeros) =>
        new(source.Dram, 0, 1, 1, 1, new BufferAddress(store.Buffer, simplifier.Simplify(first)), store.Buffer.Scope.Memory!.Value) { XPad0 = simplifier.Simplify(zeros) };
}
