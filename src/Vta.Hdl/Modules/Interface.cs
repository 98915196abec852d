using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl;

/// <summary>
/// Ports that belong together, each with its direction as the side that offers them sees it:
/// <code>
/// public sealed class Bus : Interface
/// {
///     public readonly UInt Address = In(UInt(16));
///     public readonly UInt Data = Out(UInt(32));
/// }
/// </code>
/// A module has them with <c>Ports(() =&gt; new Bus())</c>; the other side, where each direction is the opposite, with <c>Flipped(() =&gt; new Bus())</c>.
/// </summary>
public abstract class Interface
{
    private InterfacePorts? _ports;

    /// <summary>Joins two interfaces by the names of their ports: of each pair, one drives the other.</summary>
    /// <exception cref="HdlException">
    /// HW0006: nothing is being described. HW0018: one is made with <c>new</c> alone. From <see cref="Module.Elaborate"/>: HW0024: a port has no partner,
    /// or one of another type, or neither can drive the other.
    /// </exception>
    public void Connect(Interface other, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        Declared(location).Connect(other.Declared(location), location);
    }

    internal void Attach(InterfacePorts ports) => _ports = ports;

    /// <summary>An input of the side that offers the interface.</summary>
    protected static T In<T>(HwType<T> type, [CallerMemberName] string name = "")
        where T : Data => InterfaceBinder.Current.In(type, name);

    /// <summary>An input of one bit.</summary>
    protected static Bool In([CallerMemberName] string name = "") => In(Hw.Bool(), name);

    /// <summary>An output of the side that offers the interface.</summary>
    protected static T Out<T>(HwType<T> type, [CallerMemberName] string name = "")
        where T : Data => InterfaceBinder.Current.Out(type, name);

    /// <summary>An output of one bit.</summary>
    protected static Bool Out([CallerMemberName] string name = "") => Out(Hw.Bool(), name);

    /// <summary>A stream that the side that offers the interface consumes.</summary>
    protected static Stream<T> Sink<T>(HwType<T> type, [CallerMemberName] string name = "")
        where T : Data => new(In(name + "Valid"), Out(name + "Ready"), In(type, name));

    /// <summary>A stream that the side that offers the interface produces.</summary>
    protected static Stream<T> Source<T>(HwType<T> type, [CallerMemberName] string name = "")
        where T : Data => new(Out(name + "Valid"), In(name + "Ready"), Out(type, name));

    /// <summary>An interface inside this one, with the directions that it declares.</summary>
    protected static T Ports<T>(Func<T> constructor, [CallerMemberName] string name = "")
        where T : Interface => InterfaceBinder.Current.Declare(constructor, name, isFlipped: false);

    /// <summary>An interface inside this one, with the opposite directions.</summary>
    protected static T Flipped<T>(Func<T> constructor, [CallerMemberName] string name = "")
        where T : Interface => InterfaceBinder.Current.Declare(constructor, name, isFlipped: true);

    private InterfacePorts Declared(SourceLocation location) =>
        _ports ?? throw new HdlException(Rule.NewBundle, InterfaceBinder.MadeWithNew(GetType().Name), location);
}
