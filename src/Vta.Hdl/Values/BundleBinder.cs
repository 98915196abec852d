using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl;

/// <summary>
/// Fills the fields of a bundle while its constructor runs: first to find out what fields there are, then for each value with the parts
/// that it is made of.
/// </summary>
internal sealed class BundleBinder
{
    [ThreadStatic]
    private static BundleBinder? t_current;

    private readonly IReadOnlyList<Expression>? _parts;
    private readonly List<Leaf> _leaves = [];
    private int _next;

    private BundleBinder(IReadOnlyList<Expression>? parts) => _parts = parts;

    public static BundleBinder Current => t_current
        ?? throw Require.Fail(Rule.NewBundle, "a bundle is not made with new: its type is BundleOf(() => new …), and values are ports, wires and registers of that type");

    /// <summary>The parts of the bundle that a constructor makes.</summary>
    public static IReadOnlyList<Leaf> Describe(Func<Bundle> constructor)
    {
        var binder = new BundleBinder(null);
        binder.Run(constructor);
        return binder._leaves;
    }

    /// <summary>The bundle whose fields are these parts.</summary>
    public static T Bind<T>(Func<T> constructor, IReadOnlyList<Expression> parts)
        where T : Bundle => (T)new BundleBinder(parts).Run(constructor);

    public T Field<T>(HwType<T> type, string name)
        where T : Data
    {
        var parts = new Expression[type.Leaves.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var leaf = type.Leaves[i];
            parts[i] = _parts is null ? Make.Constant(0, leaf.Width) : _parts[_next++];
            _leaves.Add(leaf with { Name = Names.Join(name, leaf.Name) });
        }
        return type.Bind(parts);
    }

    private Bundle Run(Func<Bundle> constructor)
    {
        var outer = t_current;
        t_current = this;
        try
        {
            return constructor();
        }
        finally
        {
            t_current = outer;
        }
    }
}
