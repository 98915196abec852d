using Vta.Compiler.Commands;

namespace Vta.Compiler.LoopIr;

/// <summary>Runs loops: the value that each variable has by now, and those of expressions.</summary>
internal sealed class LoopValues
{
    private readonly OrderedDictionary<Variable, int> values = [];

    /// <summary>The value of the variable of a loop that is running.</summary>
    internal int this[Variable variable] => values[variable];

    /// <summary>Does something for each iteration of a loop.</summary>
    internal void Repeat(For loop, Action<Stmt> body)
    {
        var extent = Evaluate(loop.Extent);
        for (var value = 0; value < extent; value++)
        {
            values[loop.Variable] = value;
            body(loop.Body);
        }
        values.Remove(loop.Variable);
    }

    internal bool Holds(Expr condition) => Evaluate(condition) != 0;

    internal int Evaluate(Expr expression) => expression switch
    {
        Constant constant => constant.Value,
        Variable variable => values[variable],
        BinaryExpr binary => ValueArithmetic.Apply(binary.Operator, binary.Left.Type, Evaluate(binary.Left), Evaluate(binary.Right)),
        _ => throw new InvalidOperationException($"{expression} has no value"),
    };

    /// <summary>The rows of a load.</summary>
    internal Rows2D Rows(LoadBuffer2D load) => new(
        Evaluate(load.XSize), Evaluate(load.YSize), Evaluate(load.XStride),
        Evaluate(load.XPad0), Evaluate(load.YPad0), Evaluate(load.XPad1), Evaluate(load.YPad1));

    /// <summary>The rows of a store.</summary>
    internal Rows2D Rows(StoreBuffer2D store) => new(Evaluate(store.XSize), Evaluate(store.YSize), Evaluate(store.XStride));

    /// <summary>The loops that are running and how far they are, outermost first.</summary>
    public override string ToString() => string.Join(", ", values.Select(pair => $"{pair.Key.Name} {pair.Value}"));
}
