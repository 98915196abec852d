using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>
/// Cuts loops where a condition on their variables changes, so that nothing is left to choose: what units do are boxes. Padding with zeros on
/// the way from DRAM stays, since loads do that; what lies in the acc buffer is padded by the ALU.
/// </summary>
internal sealed class PartitionLoops
{
    private readonly Simplifier simplifier;

    private PartitionLoops(Bounds bounds) => simplifier = new Simplifier(bounds);

    internal static Stmt Run(Stmt program, Bounds bounds) => new PartitionLoops(bounds).Visit(program);

    private Stmt Visit(Stmt statement) => statement is Pragma pragma ? Sequence.Of(Pieces(pragma)) : statement.Map(Visit);

    /// <summary>A part of a nest, and how often it runs, once or never.</summary>
    private sealed record Piece(Expr Times, Stmt Body);

    /// <param name="pragma">The nest.</param>
    /// <param name="isPart">Whether other nests set other elements of the same tile.</param>
    private IEnumerable<Stmt> Pieces(Pragma pragma, bool isPart = false)
    {
        var nest = LoopNest.Of(pragma.Body);
        // What is computed of one point of a nest does not depend on the others, so each part has the loops for itself.
        if (nest.Body is Sequence parts && parts.All().OfType<BufferStore>().Any(store => Undecided(store, pragma.Kind) is not null))
            return parts.Statements.SelectMany(part => Pieces(pragma with { Body = LoopNest.Around(nest.Loops, part) }, isPart));
        if (nest.Loops.Any(loop => loop.Extent is Constant { Value: 0 }))
            return [];
        if (nest.Body is not BufferStore store)
            return [pragma];
        // What is no box is copied in parts that are.
        if (pragma.Kind == PragmaKind.DmaCopy && nest.IsRagged && pragma.Body is For outer)
            return [outer with { Body = Sequence.Of(Pieces(pragma with { Body = outer.Body }, isPart)) }];
        if (Undecided(store, pragma.Kind) is { } comparison && Cut(nest, store, comparison) is { } pieces)
            return pieces.SelectMany(piece => Pieces(pragma with { Body = piece.Body }, isPart: true).Select(part => Repeat(piece.Times, part)));
        if (pragma.Kind == PragmaKind.DmaCopy && store.Value is SelectExpr { Otherwise: Constant { Value: 0 } } padded)
        {
            // Loops of other lengths each time are no box, so there is a load for each iteration.
            if (nest.IsRagged)
                return [nest.Loops[0] with { Body = Sequence.Of(Pieces(pragma with { Body = nest.Loops[0].Body }, isPart)) }];
            if (Inside(nest, padded) is { } inside)
                return [Repeat(inside, pragma), Repeat(simplifier.Simplify(1 - inside), Zeros(pragma, nest, store, padded, isPart))];
        }
        return [OfUnit(pragma, store)];
    }

    /// <summary>DMA has no numbers to copy; the ALU has.</summary>
    private static Pragma OfUnit(Pragma pragma, BufferStore store) =>
        store is { Value: Constant, Buffer.Scope.Memory: MemoryId.Acc } ? pragma with { Kind = PragmaKind.Alu } : pragma;

    private Stmt Zeros(Pragma pragma, LoopNest nest, BufferStore store, SelectExpr padded, bool isPart)
    {
        var zero = store with { Value = padded.Otherwise };
        return store.Buffer.Scope.Memory == MemoryId.Acc
            ? OfUnit(pragma with { Body = LoopNest.Around(nest.Loops, zero) }, zero)
            : new ZeroFill(zero, padded.All().OfType<BufferLoad>().First().Buffer, simplifier).Loads(nest, isPart, pragma.Where);
    }

    /// <summary>1 where some of what is loaded is not padding, else 0; null where that is so everywhere. Loads of nothing do not pad.</summary>
    private Expr? Inside(LoopNest nest, SelectExpr padded)
    {
        Expr least = 1;
        foreach (var comparison in padded.Condition.All().OfType<BinaryExpr>().Where(part => part.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual))
        {
            var room = Room(comparison);
            var most = nest.Loops.Reverse().Aggregate(comparison.Operator == BinaryOperator.Less ? comparison.Right - comparison.Left : comparison.Right - comparison.Left + 1,
                (sum, loop) => sum.Substitute(loop.Variable, room.Coefficient(loop.Variable) > 0 ? loop.Extent - 1 : 0));
            if (simplifier.Bounds.Exact(simplifier.Simplify(most)).Min < 1)
                least = Expr.Min(least, most);
        }
        foreach (var loop in nest.Loops.Where(loop => simplifier.Bounds.Exact(loop.Extent).Min < 1))
            least = Expr.Min(least, loop.Extent);
        return least is Constant ? null : simplifier.Simplify(Expr.Max(least, 0));
    }

    /// <summary>What is zero or more where a comparison holds.</summary>
    private static LinearForm Room(BinaryExpr comparison) =>
        LinearForm.OfDifference(comparison.Right, comparison.Left) - LinearForm.Of(comparison.Operator == BinaryOperator.Less ? 1 : 0);

    private static Stmt Repeat(Expr times, Stmt body) => times is Constant { Value: 1 } ? body : new For(new Variable("once"), times, body) { Most = 1 };

    /// <summary>A comparison of loop variables that decides what is stored; null where nothing is to decide.</summary>
    private static BinaryExpr? Undecided(BufferStore store, PragmaKind kind) =>
        store.Value.All().OfType<SelectExpr>().LastOrDefault(select => kind == PragmaKind.Alu || !IsPadding(select, store))?
            .Condition.All().OfType<BinaryExpr>().FirstOrDefault(part => part.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual
                && part.All().All(inner => inner is Constant or Variable or BinaryExpr));

    /// <summary>Whether a load has to pad by itself: with zeros, or into a memory that nothing else writes.</summary>
    private static bool IsPadding(SelectExpr select, BufferStore store) =>
        select.Otherwise is Constant number && (number.Value == 0 || store.Buffer.Scope.Memory != MemoryId.Acc)
        && select.WhenTrue is BufferLoad or CastExpr { Value: BufferLoad }
        && select.Condition.All().OfType<BinaryExpr>().All(part => part.Operator != BinaryOperator.Or);

    /// <summary>A nest in two, where a comparison holds and where it does not; null where no such cut is known.</summary>
    private List<Piece>? Cut(LoopNest nest, BufferStore store, BinaryExpr comparison)
    {
        var room = Room(comparison);
        var variables = nest.Loops.Select(loop => loop.Variable).ToList();
        if (!room.Fits || room.Terms.Any(term => term.Term is not Variable && variables.Exists(term.Term.Uses)))
            return null;
        var depth = variables.FindLastIndex(variable => room.Coefficient(variable) != 0);
        if (depth < 0)
        {
            var times = Clamp(room.ToExpr() + 1, 1);
            return [.. Runs(times).Select(run => new Piece(run, Decided(comparison, true))), .. Runs(1 - times).Select(run => new Piece(run, Decided(comparison, false)))];
        }
        var loop = nest.Loops[depth];
        var factor = room.Coefficient(loop.Variable);
        var rest = room.Replace([loop.Variable], 0, 1).ToExpr();
        var border = Clamp(factor > 0 ? (factor - 1 - rest) / factor : rest / -factor + 1, loop.Extent);
        return [.. Part(0, border, factor < 0), .. Part(border, loop.Extent - border, factor > 0)];

        Expr Clamp(Expr value, Expr most) => simplifier.Simplify(Expr.Max(Expr.Min(value, most), 0));

        IEnumerable<Expr> Runs(Expr times) => simplifier.Simplify(times) is var run && run is Constant { Value: 0 } ? [] : [run];

        Stmt Decided(Expr condition, bool holds) => Simplify(LoopNest.Around(nest.Loops, Decide(store, condition, holds)));

        IEnumerable<Piece> Part(Expr start, Expr length, bool holds)
        {
            var extent = simplifier.Simplify(length);
            var most = (int)Math.Min(loop.Most ?? int.MaxValue, simplifier.Bounds.Of(extent).Max);
            if (most <= 0)
                yield break;
            var variable = new Variable(loop.Variable.Name);
            simplifier.Bounds.Add(variable, most);
            Expr index = extent is Constant { Value: 1 } ? start : start + variable;
            var inner = LoopNest.Around(nest.Loops.Skip(depth + 1), Decide(store, comparison, holds)).Substitute(loop.Variable, index);
            var part = extent is Constant { Value: 1 } ? inner : new For(variable, extent, inner) { Most = most };
            yield return new Piece(1, Simplify(LoopNest.Around(nest.Loops.Take(depth), part)));
        }
    }

    private static BufferStore Decide(BufferStore store, Expr condition, bool holds)
    {
        Expr Visit(Expr expression) => expression.Equals(condition) ? Constant.Of(holds) : expression.MapChildren(Visit);
        return store with { Value = Visit(store.Value) };
    }

    private Stmt Simplify(Stmt statement) => statement.Map(Simplify, simplifier.Simplify);
}
