using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// Declares ports. Inside a module write <c>In</c>, <c>Out</c>, <c>Sink</c> and <c>Source</c>; this class serves reusable interfaces that
/// group ports (a bus), whose constructors run as part of a module's field initialisers.
/// </summary>
public static class Port
{
    /// <summary>An input of this type.</summary>
    public static T In<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => PortList.Declare(type, SignalKind.Input, name, new(file, line));

    /// <summary>An output of this type.</summary>
    public static T Out<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => PortList.Declare(type, SignalKind.Output, name, new(file, line));

    /// <summary>A bidirectional pin of this type.</summary>
    public static Inout<T> Inout<T>(
        PackedType<T> type, Pull pull = Pull.None, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Packed => PortList.DeclareInout(type, pull, name, new(file, line));

    /// <summary>A stream into the module: it drives ready.</summary>
    public static Stream<T> Sink<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => new(
            In(Hw.Bool(), name + "_valid", file, line), Out(Hw.Bool(), name + "_ready", file, line), In(type, name, file, line));

    /// <summary>A stream out of the module: it drives valid and payload.</summary>
    public static Stream<T> Source<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => new(
            Out(Hw.Bool(), name + "_valid", file, line), In(Hw.Bool(), name + "_ready", file, line), Out(type, name, file, line));
}
