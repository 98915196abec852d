namespace Vta.Compiler.LoopIr;

/// <summary>
/// A statement of the loop IR. A lowered program, which has only intrinsics of VTA with loops still rolled, is made of
/// <see cref="Sequence"/>, <see cref="For"/>, <see cref="If"/>, <see cref="CoprocScope"/>, <see cref="DepPush"/>, <see cref="DepPop"/>,
/// <see cref="LoadBuffer2D"/>, <see cref="StoreBuffer2D"/>, <see cref="Allocate"/> of what stays in DRAM, <see cref="KernelScope"/> and,
/// inside of it, <see cref="UopLoop"/> and <see cref="UopPush"/>. On the way there a program also has <see cref="Realize"/> and
/// <see cref="TensorStore"/>, of which flattening makes <see cref="Allocate"/> and <see cref="BufferStore"/>, and the marks
/// <see cref="Pragma"/> and <see cref="VirtualThread"/>.
/// </summary>
public abstract record Stmt
{
    /// <summary>A statement that does nothing.</summary>
    internal static Stmt Nothing { get; } = new Sequence();

    /// <summary>The program in TVM's script notation.</summary>
    public sealed override string ToString() => ScriptPrinter.Print(this);

    /// <summary>This statement with other parts; itself where none changed.</summary>
    internal abstract Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression);

    /// <summary>This statement and all within it.</summary>
    internal IEnumerable<Stmt> All()
    {
        var all = new List<Stmt>();
        Stmt Collect(Stmt part)
        {
            all.Add(part);
            return part.Map(Collect, expression => expression);
        }
        Collect(this);
        return all;
    }

    /// <summary>This statement with a variable replaced.</summary>
    internal Stmt Substitute(Variable variable, Expr value) =>
        Map(part => part.Substitute(variable, value), expression => expression.Substitute(variable, value));

    private protected static bool Same(object left, object right) => ReferenceEquals(left, right);
}
