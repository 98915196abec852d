using Vta.Compiler.Commands;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.Tensors;
using Vta.Isa.Instructions;

namespace Vta.Compiler.LoopIr;

/// <summary>Statements one after the other.</summary>
public sealed record Sequence(params IReadOnlyList<Stmt> Statements) : Stmt
{
    /// <summary>The statements as one, sequences among them taken apart.</summary>
    internal static Stmt Of(params IEnumerable<Stmt> statements)
    {
        Stmt[] flat = [.. statements.SelectMany(statement => statement is Sequence inner ? inner.Statements : [statement])];
        return flat.Length == 1 ? flat[0] : new Sequence(flat);
    }

    internal override IReadOnlyList<Stmt> Bodies => Statements;

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => Of(bodies);
}

/// <summary>A loop of <paramref name="Variable"/> from 0 to below <paramref name="Extent"/>.</summary>
public sealed record For(Variable Variable, Expr Extent, Stmt Body) : Stmt
{
    /// <summary>The most iterations, where the extent is not the same every time.</summary>
    internal int? Most { get; init; }

    internal override Variable Bound => Variable;

    internal override IReadOnlyList<Expr> Expressions => [Extent];

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    /// <summary>The loop around a body that uses its variable. A loop of one is just its body, at 0.</summary>
    public static Stmt Each(string name, Expr extent, Func<Expr, Stmt> body)
    {
        if (extent is Constant { Value: 1 })
            return body(0);
        var variable = new Variable(name);
        return new For(variable, extent, body(variable));
    }

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with { Extent = expressions[0], Body = bodies[0] };
}

/// <summary>A body that runs where a condition holds.</summary>
public sealed record If : Stmt
{
    private If(Expr condition, Stmt body) => (Condition, Body) = (condition, body);

    public Expr Condition { get; }

    public Stmt Body { get; }

    internal override IReadOnlyList<Expr> Expressions => [Condition];

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    /// <summary>The body under a condition; where that is known, all of it or nothing.</summary>
    internal static Stmt Of(Expr condition, Stmt body) => condition switch
    {
        Constant { Value: 0 } => Nothing,
        Constant => body,
        _ => new If(condition, body),
    };

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => Of(expressions[0], bodies[0]);
}

/// <summary>A body that virtual threads run, each with its own buffers; what they do is interleaved.</summary>
public sealed record VirtualThread(Variable Variable, int Threads, Stmt Body) : Stmt
{
    internal override Variable Bound => Variable;

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with { Body = bodies[0] };
}

/// <summary>What loops can become by request.</summary>
public enum PragmaKind
{
    /// <summary>Loads or stores of the DMA engines.</summary>
    DmaCopy,

    /// <summary>Kernels of the ALU.</summary>
    Alu,
}

/// <summary>The user asks for a statement to become an intrinsic.</summary>
/// <param name="Kind">What it is to become.</param>
/// <param name="Where">Where that is asked.</param>
/// <param name="Body">The loops that it is done by now.</param>
public sealed record Pragma(PragmaKind Kind, SourceLine Where, Stmt Body) : Stmt
{
    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with { Body = bodies[0] };
}

/// <summary>The part of a tensor that a body computes and uses.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Ranges">The part, along each axis.</param>
/// <param name="Scope">Where it is kept.</param>
/// <param name="Body">What computes and uses it.</param>
public sealed record Realize(DataProducer Tensor, IReadOnlyList<AxisRange> Ranges, MemoryScope Scope, Stmt Body) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [.. Ranges.Select(range => range.Min), .. Ranges.Select(range => range.Extent)];

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with
    {
        Ranges = [.. Ranges.Select((range, axis) => range with { Min = expressions[axis], Extent = expressions[Ranges.Count + axis] })],
        Body = bodies[0],
    };
}

/// <summary>A value of a tensor is set.</summary>
public sealed record TensorStore(DataProducer Tensor, IReadOnlyList<Expr> Indices, Expr Value) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [.. Indices, Value];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) =>
        new TensorStore(Tensor, [.. expressions.SkipLast(1)], expressions[^1]);
}

/// <summary>A call of an intrinsic on parts of tensors; flattening turns it into the statement that the intrinsic stands for.</summary>
/// <param name="Intrinsic">What is called.</param>
/// <param name="IsReset">Whether the result is set to what a reduction begins with, rather than reduced into.</param>
/// <param name="Result">The first value of the part that it writes.</param>
/// <param name="Inputs">The first values of the parts that it reads.</param>
public sealed record TensorizedCall(ITensorFunction Intrinsic, bool IsReset, TensorRead Result, IReadOnlyList<TensorRead> Inputs) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [Result, .. Inputs];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) =>
        this with { Result = (TensorRead)expressions[0], Inputs = [.. expressions.Skip(1).Cast<TensorRead>()] };
}

/// <summary>A buffer for as long as a body runs.</summary>
public sealed record Allocate(LoopBuffer Buffer, Stmt Body) : Stmt
{
    /// <summary>Virtual threads that have a copy each, one after the other.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The buffer whose place it takes, value by value; null where it has its own.</summary>
    public LoopBuffer? InPlaceOf { get; init; }

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with { Body = bodies[0] };
}

/// <summary>A value of a buffer is set.</summary>
public sealed record BufferStore(LoopBuffer Buffer, Expr Index, Expr Value) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [Index, Value];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => new BufferStore(Buffer, expressions[0], expressions[1]);
}

/// <summary>Commands of one unit.</summary>
public sealed record CoprocScope(Unit Unit, Stmt Body) : Stmt
{
    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => this with { Body = bodies[0] };
}

/// <summary>Unit <paramref name="From"/> gives its neighbour <paramref name="To"/> a token once all it was told so far is done.</summary>
public sealed record DepPush(Unit From, Unit To) : Stmt;

/// <summary>Unit <paramref name="To"/> takes a token of its neighbour <paramref name="From"/> before it does anything more.</summary>
public sealed record DepPop(Unit From, Unit To) : Stmt;

/// <summary>A LOAD: rows from DRAM into an on-chip buffer, zeros around them. All numbers count elements of the memory.</summary>
public sealed record LoadBuffer2D(DramBuffer Source, Expr Offset, Expr XSize, Expr YSize, Expr XStride, Expr SramIndex, MemoryId Memory) : Stmt
{
    /// <summary>Zeros before each row.</summary>
    public Expr XPad0 { get; init; } = 0;

    /// <summary>Rows of zeros before.</summary>
    public Expr YPad0 { get; init; } = 0;

    /// <summary>Zeros after each row.</summary>
    public Expr XPad1 { get; init; } = 0;

    /// <summary>Rows of zeros after.</summary>
    public Expr YPad1 { get; init; } = 0;

    internal override IReadOnlyList<Expr> Expressions => [Offset, XSize, YSize, XStride, SramIndex, XPad0, YPad0, XPad1, YPad1];

    private protected override Stmt With(IReadOnlyList<Expr> e, IReadOnlyList<Stmt> bodies) =>
        new LoadBuffer2D(Source, e[0], e[1], e[2], e[3], e[4], Memory) { XPad0 = e[5], YPad0 = e[6], XPad1 = e[7], YPad1 = e[8] };
}

/// <summary>What borders of inputs hold in the LOADs that follow, in the order of the program.</summary>
public sealed record PadValue(int Value) : Stmt;

/// <summary>A STORE: consecutive outputs as rows into DRAM. All numbers count elements.</summary>
public sealed record StoreBuffer2D(Expr SramIndex, DramBuffer Destination, Expr Offset, Expr XSize, Expr YSize, Expr XStride) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [SramIndex, Offset, XSize, YSize, XStride];

    private protected override Stmt With(IReadOnlyList<Expr> e, IReadOnlyList<Stmt> bodies) => new StoreBuffer2D(e[0], Destination, e[1], e[2], e[3], e[4]);
}

/// <summary>
/// A GEMM or ALU instruction: its body is run once to record the micro-ops and loops, not the work itself. Variables of loops
/// around it make one kernel for each of their values; equal ones share their micro-ops.
/// </summary>
public sealed record KernelScope(Stmt Body) : Stmt
{
    /// <summary>Variables of surrounding loops that the body uses: what its micro-ops depend on.</summary>
    internal IReadOnlyList<Variable> FreeVariables => field ??= [.. Body.Free()];

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> expressions, IReadOnlyList<Stmt> bodies) => new KernelScope(bodies[0]);
}

/// <summary>A loop that the instruction itself runs: each iteration adds the factors to the micro-ops' indices. At most two nest.</summary>
public sealed record UopLoop(Expr Extent, Expr DstFactor, Expr SrcFactor, Expr WgtFactor, Stmt Body) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [Extent, DstFactor, SrcFactor, WgtFactor];

    internal override IReadOnlyList<Stmt> Bodies => [Body];

    private protected override Stmt With(IReadOnlyList<Expr> e, IReadOnlyList<Stmt> bodies) => new UopLoop(e[0], e[1], e[2], e[3], bodies[0]);
}

/// <summary>One micro-op: what it does, the same for all of its kernel, and its indices.</summary>
public sealed record UopPush(KernelOperation Operation, Expr Dst, Expr Src, Expr Wgt) : Stmt
{
    internal override IReadOnlyList<Expr> Expressions => [Dst, Src, Wgt];

    private protected override Stmt With(IReadOnlyList<Expr> e, IReadOnlyList<Stmt> bodies) => new UopPush(Operation, e[0], e[1], e[2]);
}
