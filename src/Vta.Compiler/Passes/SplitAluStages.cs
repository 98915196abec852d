using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>
/// Writes what has the pragma <c>alu</c> as the ALU can compute it (<see cref="AluOperands"/>): differences as sums, divisions by powers of two as
/// shifts, and what is needed besides as stages of their own, with buffers for what they compute.
/// </summary>
internal sealed class SplitAluStages
{
    private int stages;

    private SplitAluStages()
    {
    }

    internal static Stmt Run(Stmt program) => new SplitAluStages().Visit(program);

    private Stmt Visit(Stmt statement) => statement is Pragma { Kind: PragmaKind.Alu } pragma ? Split(pragma) : statement.Map(Visit);

    private Stmt Split(Pragma pragma)
    {
        var nest = LoopNest.Of(pragma.Body);
        if (nest.Body is Sequence parts)
        {
            Stmt[] split = [.. parts.Statements.Select(part => Split(pragma with { Body = part }))];
            var isSame = split.Zip(parts.Statements).All(pair => pair.First is Pragma same && ReferenceEquals(same.Body, pair.Second));
            return isSame ? pragma : LoopNest.Around(nest.Loops, Sequence.Of(split));
        }
        if (nest.Body is not BufferStore store)
            return pragma;
        var stage = new Stage(this, store);
        var result = stage.Result();
        if (result.Value.Equals(store.Value))
            return pragma;
        // What is reduced comes outside: there is place for one value at a time.
        var outer = nest.Loops.Where(loop => stage.Stores.Count > 0 && !store.Index.Uses(loop.Variable)).ToList();
        var inner = nest.Loops.Where(loop => !outer.Contains(loop)).ToList();
        if (outer.Exists(loop => inner.Exists(other => loop.Extent.Uses(other.Variable))))
            return pragma;
        var body = Sequence.Of(stage.Stores.Append(result).Select(each => pragma with { Body = LoopNest.Around(inner, each) }));
        // Buffers are new for each of them, so that none takes the place of something that the next one needs.
        return LoopNest.Around(outer, stage.Stores.Reverse().Aggregate(body, (around, each) => new Allocate(each.Buffer, around)));
    }

    /// <summary>The stages of one store.</summary>
    private sealed class Stage(SplitAluStages pass, BufferStore store)
    {
        private readonly List<BufferStore> stores = [];

        /// <summary>What is computed before.</summary>
        internal IReadOnlyList<BufferStore> Stores => stores;

        /// <summary>The store, with a value that the ALU can compute.</summary>
        internal BufferStore Result() => store with
        {
            Value = store.Value is BinaryExpr { Left: BufferLoad own } reduction && own.Buffer == store.Buffer
                ? Make.Binary(reduction.Operator, own, Operand(reduction.Right))
                : Sequential(store.Value),
        };

        /// <summary>A value as operations one after the other.</summary>
        private Expr Sequential(Expr value) => value switch
        {
            BinaryExpr { Operator: BinaryOperator.FloorDivide, Right: Constant divisor } quotient when int.IsPow2(divisor.Value) =>
                Sequential(quotient.Left >> int.Log2(divisor.Value)),
            BinaryExpr { Operator: BinaryOperator.FloorModulo, Right: Constant divisor } rest when int.IsPow2(divisor.Value) =>
                Sequential(rest.Left - (rest.Left >> int.Log2(divisor.Value) << int.Log2(divisor.Value))),
            BinaryExpr { Operator: BinaryOperator.Subtract, Right: var right } difference when !IsNegatable(right) =>
                right is Constant number ? Sequential(difference.Left + -number) : Sequential(right * -1 + difference.Left),
            BinaryExpr { Operator: BinaryOperator.ShiftLeft, Right: var count } shift when !IsNegatable(count) => Sequential(shift.Left >> (count is Constant ? -count : count * -1)),
            BinaryExpr { Operator: BinaryOperator.ShiftRight, Right: Constant count } shift => Sequential(shift.Left) >> new Constant(Math.Clamp(count.Value, -32, 31)).As(count.Type),
            BinaryExpr { Operator: BinaryOperator.Subtract or BinaryOperator.ShiftLeft } opposite => Make.Binary(opposite.Operator, Sequential(opposite.Left), opposite.Right),
            BinaryExpr { Operator: BinaryOperator.ShiftRight } shift => Sequential(shift.Left) >> Operand(shift.Right),
            BinaryExpr binary when AluOperands.Commutes(binary.Operator) => Commuting(binary.Operator, binary.Left, binary.Right),
            AluExpr alu => Make.Alu(alu.Operation, Sequential(alu.Left), Operand(alu.Right)),
            _ => value,
        };

        /// <summary>Whether the negative of something is a number of an instruction.</summary>
        private static bool IsNegatable(Expr value) => value is Constant number && AluOperands.IsImmediate(-number);

        private Expr Commuting(BinaryOperator binaryOperator, Expr left, Expr right)
        {
            if (AluOperands.IsImmediate(left) || (!AluOperands.IsOperand(right) && AluOperands.IsOperand(left)))
                (left, right) = (right, left);
            // A number that no instruction has room for is made first.
            if (right is Constant && !AluOperands.IsImmediate(right))
                (left, right) = (right, left);
            return Make.Binary(binaryOperator, Sequential(left), Operand(right));
        }

        private Expr Operand(Expr value)
        {
            if (AluOperands.IsOperand(value))
                return value;
            var buffer = new LoopBuffer($"{store.Buffer.Name}.t{pass.stages++}", store.Buffer.Type, store.Buffer.Shape, store.Buffer.Scope) { Tensor = store.Buffer.Tensor };
            stores.Add(new BufferStore(buffer, store.Index, Sequential(value)));
            return new BufferLoad(buffer, store.Index);
        }
    }
}
