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
    /// A clock whose edges are those of a register of this module: a divider. It is a domain of its own, for this module and what is inside,
    /// and its edges come behind those of the register's clock. It stands still while the register does, so its reset is asynchronous or none.
    /// </summary>
    /// <param name="register">The register, of one bit.</param>
    /// <param name="name">The name of the domain.</param>
    /// <param name="edge">The edge at which the domain's registers take their values.</param>
    /// <param name="reset">How they are reset.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="HdlException">HW0022: it is no register, or a synchronous reset would wait for a clock that stands still.</exception>
    public static ClockDomain ClockFrom(
        Bool register,
        string name,
        ClockEdge edge = ClockEdge.Rising,
        ResetKind reset = ResetKind.None,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        var domain = new ClockDomain(name) { Edge = edge, Reset = reset };
        if (register.Expression is not Signal { Kind: SignalKind.Register } signal || signal.Owner != context.Instance)
        {
            context.Report(
                Rule.MadeClock,
                $"the clock '{name}' is made of a value that is no register of this module: logic may have glitches, each of which would be an edge",
                location);
        }
        else if (domain is { HasReset: true, IsResetAsynchronous: false })
        {
            context.Report(
                Rule.MadeClock,
                $"the clock '{name}' may stand still in reset, so that a synchronous reset would not act: make it asynchronous, or none",
                location);
        }
        else
        {
            context.Instance.MadeClocks.Add(new RegisterClock(domain, signal, location));
        }
        return domain;
    }

    /// <summary>
    /// The clock in force, only where a bit is high: a domain of its own, for this module and what is inside, with the reset of that clock.
    /// A synchronous reset opens the gate.
    /// </summary>
    /// <param name="enable">The bit: what it is before an edge decides on that edge.</param>
    /// <param name="name">The name of the domain.</param>
    /// <param name="isSynchronous">True where values may pass between the two clocks without a synchroniser, since the layout balances them.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ClockDomain Gate(
        Bool enable, string name, bool isSynchronous = false, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        var of = context.Domain;
        var bit = Let(enable, name + "_gate", file, line);
        var domain = new ClockDomain(name) { Edge = of.Edge, Reset = of.Reset };
        context.Instance.MadeClocks.Add(new GatedClock(domain, of, (Signal)bit.Expression, isSynchronous, location));
        return domain;
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
