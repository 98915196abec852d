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
}
