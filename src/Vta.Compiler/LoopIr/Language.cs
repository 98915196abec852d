namespace Vta.Compiler.LoopIr;

/// <summary>The kinds of statements and expressions that a program may have: what one pass leaves and the next one takes.</summary>
internal sealed class Language
{
    private static readonly Type[] s_arithmetic = [typeof(Constant), typeof(Variable), typeof(BinaryExpr), typeof(CastExpr), typeof(SelectExpr), typeof(AluExpr)];
    private static readonly Type[] s_loops = [typeof(Sequence), typeof(For), typeof(If)];
    private static readonly Type[] s_commands =
    [
        typeof(CoprocScope), typeof(DepPush), typeof(DepPop), typeof(LoadBuffer2D), typeof(PadValue), typeof(StoreBuffer2D), typeof(KernelScope), typeof(UopLoop), typeof(UopPush),
        typeof(Allocate),
    ];

    private readonly HashSet<Type> kinds;

    private Language(string name, params IEnumerable<Type> kinds)
    {
        Name = name;
        this.kinds = [.. kinds];
    }

    /// <summary>Loops of tensors, which have no buffers yet.</summary>
    internal static Language Tensors { get; } = new("loops of tensors",
        [.. s_loops, typeof(VirtualThread), typeof(Pragma), typeof(Realize), typeof(TensorStore), typeof(TensorizedCall), .. s_arithmetic, typeof(TensorRead)]);

    /// <summary>Loops of buffers, and more and more commands among them.</summary>
    internal static Language Buffers { get; } = new("loops of buffers",
        [.. s_loops, typeof(VirtualThread), typeof(Pragma), typeof(BufferStore), .. s_commands, .. s_arithmetic, typeof(BufferLoad), typeof(BufferAddress)]);

    /// <summary>The same, once virtual threads are statements side by side.</summary>
    internal static Language Threaded { get; } = new("loops of buffers without threads", Buffers.kinds.Except([typeof(VirtualThread)]));

    /// <summary>Commands of the units, at addresses.</summary>
    internal static Language Commands { get; } = new("commands", [.. s_loops, .. s_commands, typeof(Constant), typeof(Variable), typeof(BinaryExpr)]);

    internal string Name { get; }

    internal bool Has(object node) => kinds.Contains(node is Variable ? typeof(Variable) : node.GetType());
}
