using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>Clock domains.</content>
public abstract partial class Module
{
    /// <summary>
    /// Registers, memory ports, assertions and instances that are made inside, <c>using (Domain(fast)) { … }</c>, belong to that domain: they see its
    /// clock and its reset. Where a register is set makes no difference.
    /// </summary>
    public static Scope Domain(ClockDomain domain, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        return new(context, context.Block, new(Make.True), location, domain);
    }

    /// <summary>
    /// A register, cleared by reset, that may take values of another clock domain: what synchronisers are made of. It is for their authors to see
    /// that such a value is a single bit, or does not change while it is taken.
    /// </summary>
    public static T RegAcross<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, ResetValues.Zero(type), name, "register", new(file, line), crossesDomains: true);

    /// <summary>
    /// A value that other clock domains may use as it is: a setting that stays while it is used, or what a proof says of two clocks. It is for the author to see
    /// that nothing samples it while it changes.
    /// </summary>
    public static T LetAcross<T>(T value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var wire = Declare(value.TypeOf(), SignalKind.Wire, null, name, "value", new(file, line), crossesDomains: true);
        wire.Set(value, file, line);
        return wire;
    }
}
