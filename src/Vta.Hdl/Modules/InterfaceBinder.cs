using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl;

/// <summary>Names and turns the ports that the constructor of an interface declares, and notes them for it.</summary>
internal sealed class InterfaceBinder
{
    [ThreadStatic]
    private static InterfaceBinder? t_current;

    private readonly InterfaceBinder? _outer;
    private readonly string _name;
    private readonly bool _isFlipped;
    private readonly SourceLocation _location;
    private readonly InterfacePorts _ports = new();

    private InterfaceBinder(InterfaceBinder? outer, string name, bool isFlipped, SourceLocation location)
    {
        _outer = outer;
        _name = name;
        _isFlipped = isFlipped ^ (outer?._isFlipped ?? false);
        _location = location;
    }

    public static InterfaceBinder Current => t_current ?? throw Elaboration.Require.Fail(Rule.NewBundle, MadeWithNew("…"));

    public static string MadeWithNew(string type) =>
        $"an interface is not made with new alone: a module has it with Ports(() => new {type}(…)), or with Flipped where it is the other side";

    /// <summary>An interface of a module.</summary>
    public static T Declare<T>(Func<T> constructor, string name, bool isFlipped, SourceLocation location)
        where T : Interface => new InterfaceBinder(t_current, name, isFlipped, location).Run(constructor);

    /// <summary>An interface inside this one.</summary>
    public T Declare<T>(Func<T> constructor, string name, bool isFlipped)
        where T : Interface => Declare(constructor, name, isFlipped, _location);

    public T In<T>(HwType<T> type, string name)
        where T : Data => Declare(type, isInput: !_isFlipped, name);

    public T Out<T>(HwType<T> type, string name)
        where T : Data => Declare(type, isInput: _isFlipped, name);

    /// <summary>Each of the interfaces around a port knows it by the name that it has in there.</summary>
    private T Declare<T>(HwType<T> type, bool isInput, string name)
        where T : Data
    {
        var full = name;
        for (var binder = this; binder is not null; binder = binder._outer)
            full = Names.Join(binder._name, full);
        var port = PortList.Declare(type, isInput ? SignalKind.Input : SignalKind.Output, full, _location);
        for (var binder = this; binder is not null; binder = binder._outer)
        {
            foreach (var (leaf, part) in type.Leaves.Zip(port.Leaves))
                binder._ports.Add(leaf with { Name = Names.Join(name, leaf.Name) }, (Signal)part);
            name = Names.Join(binder._name, name);
        }
        return port;
    }

    private T Run<T>(Func<T> constructor)
        where T : Interface
    {
        t_current = this;
        try
        {
            var made = constructor();
            made.Attach(_ports);
            return made;
        }
        finally
        {
            t_current = _outer;
        }
    }
}
