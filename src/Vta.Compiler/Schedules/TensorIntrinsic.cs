using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Schedules;

/// <summary>Something that hardware does on elements: what it computes, as a tensor expression, and the statement that makes it do so.</summary>
public sealed class TensorIntrinsic : Intrinsic, ITensorFunction
{
    private readonly Func<Expr, IReadOnlyList<Expr>, Stmt> update;
    private readonly Func<Expr, Stmt> reset;

    /// <param name="name">Name for messages.</param>
    /// <param name="declaration">What it computes, of inputs that are elements.</param>
    /// <param name="inputs">The memories of its inputs, in the order in which the expression reads them.</param>
    /// <param name="output">The memory of its result.</param>
    /// <param name="update">The statement that reduces into the result, given its address and those of the inputs.</param>
    /// <param name="reset">The statement that sets the result to what a reduction begins with.</param>
    /// <param name="summary">What it does, in a line; its declaration when left out.</param>
    public TensorIntrinsic(
        string name,
        SymbolicTensor declaration,
        IReadOnlyList<MemoryScope> inputs,
        MemoryScope output,
        Func<Expr, IReadOnlyList<Expr>, Stmt> update,
        Func<Expr, Stmt> reset,
        string? summary = null)
        : base(name, summary ?? Describe(declaration))
    {
        Declaration = declaration.Operation ?? throw new VtaInputException($"intrinsic {name} computes nothing");
        Inputs = inputs;
        Output = output;
        this.update = update;
        this.reset = reset;
    }

    internal ComputeOperation Declaration { get; }

    internal IReadOnlyList<MemoryScope> Inputs { get; }

    internal MemoryScope Output { get; }

    Stmt ITensorFunction.Lower(bool isReset, Expr result, IReadOnlyList<Expr> inputs) => isReset ? reset(result) : update(result, inputs);

    private static string Describe(SymbolicTensor declaration) => declaration.Operation is { } operation
        ? $"{declaration.Name}[{string.Join(", ", operation.Axis.Select(axis => axis.Name))}] = {ScriptExpressions.Format(operation.Body)}"
        : "";
}
