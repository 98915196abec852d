using Vta.Compiler.Boxes;
using Vta.Compiler.Commands;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>
/// Makes ALU kernels of what has the pragma <c>alu</c>. A value is computed in the place of its result: first its left-most operand
/// is there, then one kernel for each operation changes it.
/// </summary>
internal sealed class InjectAluIntrin
{
    private readonly Placement placement;
    private readonly VtaConfig config;
    private readonly Simplifier simplifier;

    private InjectAluIntrin(Placement placement, VtaConfig config, Bounds bounds)
    {
        this.placement = placement;
        this.config = config;
        simplifier = new Simplifier(bounds);
    }

    internal static Stmt Run(Stmt program, Placement placement, VtaConfig config, Bounds bounds) =>
        new InjectAluIntrin(placement, config, bounds).Visit(program);

    private Stmt Visit(Stmt statement) => statement is Pragma { Kind: PragmaKind.Alu } pragma
        ? Kernels(pragma.Body, pragma.Where)
        : statement.Map(Visit);

    private Stmt Kernels(Stmt statement, SourceLine where)
    {
        var nest = LoopNest.Of(statement);
        return (nest.Body, statement) switch
        {
            (BufferStore store, _) when !nest.IsRagged => Sequence.Of(new Steps(this, nest, store, where).Statements()),
            (_, For loop) => loop with { Body = Kernels(loop.Body, where) },
            (_, Sequence sequence) => Sequence.Of(sequence.Statements.Select(part => Kernels(part, where))),
            _ => throw new VtaInputException("alu: what is computed here are no element operations; "
                + "other stages are not computed inside of loops with this pragma", where.ToString()),
        };
    }

    /// <summary>The kernels of one store.</summary>
    private sealed class Steps(InjectAluIntrin pass, LoopNest nest, BufferStore store, SourceLine where)
    {
        private readonly List<Stmt> kernels = [];

        internal IEnumerable<Stmt> Statements()
        {
            if (store.Buffer.Scope.Memory != MemoryId.Acc)
                throw Error($"it is in {store.Buffer.Scope}; the ALU works on the acc buffer: use SetScope with env.AccScope");
            Evaluate(store.Value);
            if (kernels.Count > 1 && nest.Strides(store.Index) is { } target && target.Strides.Contains(0))
                throw Error($"{Outline(store.Value)} takes {kernels.Count} operations inside of a reduction of another length each time; give all but the last a stage of their own");
            return kernels;
        }

        private VtaInputException Error(string reason) => new($"alu of {store.Buffer.Tensor}: {reason}", where.ToString());

        private void Evaluate(Expr value)
        {
            switch (value)
            {
                case BufferLoad load:
                    if (!IsTarget(load))
                    {
                        Kernel(KernelOperation.Clear, null);
                        Kernel(KernelOperation.Of<AddOperation>(), load);
                    }
                    break;
                case Constant constant:
                    Kernel(KernelOperation.Clear, null);
                    Add(constant.Value);
                    break;
                case BinaryExpr binary when Operation(binary.Operator) is { } operation:
                    Apply(operation, binary.Left, binary.Right, AluOperands.Commutes(binary.Operator));
                    break;
                case BinaryExpr { Operator: BinaryOperator.Subtract or BinaryOperator.ShiftLeft, Right: Constant number } opposite:
                    var inverse = opposite.Operator == BinaryOperator.Subtract ? AluOperation.Of<AddOperation>() : AluOperation.Of<ShrOperation>();
                    Apply(inverse, opposite.Left, -number, false);
                    break;
                case AluExpr alu:
                    if (!pass.config.AluOperations.Contains(alu.Operation))
                        throw Error($"this hardware has no {alu.Operation}, only {pass.config.AluOperations}; lower for a configuration with it (WithAluOperation)");
                    Apply(alu.Operation, alu.Left, alu.Right, false);
                    break;
                default:
                    throw Error($"it computes {Outline(value)}; the ALU has {pass.config.AluOperations} of a value with another or with a number{Advice(value)}");
            }
        }

        /// <summary>Adds a number of any size to zero. An instruction has 16 bits for it: the upper half comes first, and is shifted to its place.</summary>
        private void Add(int number)
        {
            var lower = number is >= short.MinValue and <= short.MaxValue ? number : (short)number;
            if (number != lower)
            {
                Kernel(KernelOperation.Of<AddOperation>((short)((number - lower) >> 16)), null);
                Kernel(KernelOperation.Of<ShrOperation>(-16), null);
            }
            if (lower != 0)
                Kernel(KernelOperation.Of<AddOperation>(lower), null);
        }

        private static string Outline(Expr value) => ScriptExpressions.Outline(value);

        private static string Advice(Expr value) => value switch
        {
            BinaryExpr { Operator: BinaryOperator.FloorDivide or BinaryOperator.FloorModulo } => ": it divides by powers of two, with shifts",
            SelectExpr => ": to choose between values, use Te.Min and Te.Max",
            CastExpr => ": values have the width of accumulators until they are stored",
            _ => "",
        };

        private static AluOperation? Operation(BinaryOperator binaryOperator) => binaryOperator switch
        {
            BinaryOperator.Add => AluOperation.Of<AddOperation>(),
            BinaryOperator.Multiply => AluOperation.Of<MulOperation>(),
            BinaryOperator.Min => AluOperation.Of<MinOperation>(),
            BinaryOperator.Max => AluOperation.Of<MaxOperation>(),
            BinaryOperator.ShiftRight => AluOperation.Of<ShrOperation>(),
            _ => null,
        };

        private void Apply(AluOperation operation, Expr left, Expr right, bool commutes)
        {
            if (commutes && right is BufferLoad target && IsTarget(target))
                (left, right) = (right, left);
            Evaluate(left);
            if (!AluOperands.IsOperand(right) || (kernels.Count > 0 && right is BufferLoad overwritten && IsTarget(overwritten)))
                throw new InvalidOperationException($"{store.Value} is no sequence of operations on {store.Buffer.Name}");
            Kernel(new KernelOperation.Alu(operation, (right as Constant)?.Value), right as BufferLoad);
        }

        /// <summary>Whether a value is where the result goes.</summary>
        private bool IsTarget(BufferLoad load) =>
            load.Buffer.Scope == store.Buffer.Scope && pass.placement.Starts[load.Buffer] == pass.placement.Starts[store.Buffer] && load.Index.Equals(store.Index);

        private void Kernel(KernelOperation operation, BufferLoad? source)
        {
            if (source is not null && source.Buffer.Scope != store.Buffer.Scope)
                throw Error($"it reads {source.Buffer.Name} in {source.Buffer.Scope}; the ALU works on the acc buffer");
            // The source field of an immediate operation is not used; hardware is known that wants it to be the destination.
            var sourceIndex = source?.Index ?? (operation is KernelOperation.Gemm ? null : store.Index);
            var (axes, dst, src) = new ElementNest(nest, store.Buffer.Scope.Shape!.ElemValues, Error, pass.simplifier).Find(store.Index, sourceIndex);
            if (axes.Any(axis => axis.Src is Constant { Value: < 0 } || axis.Dst is Constant { Value: < 0 }))
                throw Error($"{Outline(store.Value)} goes through {source?.Buffer.Name ?? store.Buffer.Name} backwards; the hardware counts upwards, so turn it around with a copy by DMA");
            var start = pass.placement.Starts[store.Buffer];
            var sourceStart = sourceIndex is null ? 0 : pass.placement.Starts[source?.Buffer ?? store.Buffer];
            // Axes can be equal, such as those of a square window; they are told apart by their places.
            var places = Enumerable.Range(0, axes.Count).OrderBy(place => axes[place].Most).Take(Math.Max(0, axes.Count - KernelLimits.MaxLoops)).ToHashSet();
            if (places.Aggregate(1L, (product, place) => product * axes[place].Most) <= pass.config.Uop.Depth)
                places.Clear();
            var (outer, inner) = (axes.Where((_, place) => places.Contains(place)).OrderBy(axis => axis.Most).ToList(), axes.Where((_, place) => !places.Contains(place)));
            kernels.Add(Loops(outer, 0, dst + start, src + sourceStart, (first, from) =>
                KernelNest.Create(operation, inner, pass.simplifier.Simplify(first), pass.simplifier.Simplify(from), 0)));
        }

        private static Stmt Loops(List<KernelAxis> axes, int depth, Expr dst, Expr src, Func<Expr, Expr, Stmt> body) => depth == axes.Count
            ? body(dst, src)
            : For.Each("i", axes[depth].Extent, index => Loops(axes, depth + 1, dst + index * axes[depth].Dst, src + index * axes[depth].Src, body));
    }
}
