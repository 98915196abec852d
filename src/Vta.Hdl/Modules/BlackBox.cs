using System.Globalization;
using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A module that is described in Verilog elsewhere: a macro of the vendor, an IP core. Its fields are its ports, as in any module; the Verilog has an
/// instance of it and nothing else. In simulation a <see cref="Model"/> stands in for it, or its <see cref="VerilogFiles"/> run.
/// <code>
/// public sealed class Buffer() : BlackBox("BUFG")
/// {
///     public readonly Bool I = In();
///     public readonly Bool O = Out();
///
///     protected override string PinName(string port) => port.ToUpperInvariant();
///
///     protected override Action Model => () => O.Set(I);
/// }
/// </code>
/// </summary>
/// <param name="verilogName">The name of the module in Verilog.</param>
public abstract class BlackBox(string verilogName) : Module
{
    /// <inheritdoc/>
    protected sealed override string DefinitionName => verilogName;

    /// <summary>The Verilog parameters: numbers, truth values and texts.</summary>
    protected virtual IReadOnlyList<(string Name, object Value)> Parameters => [];

    /// <summary>The pin that gets the clock of the domain it is instantiated in; null for none.</summary>
    protected virtual string? ClockPin => null;

    /// <summary>The pin that gets the reset of that domain, high where it is active; null for none.</summary>
    protected virtual string? ResetPin => null;

    /// <summary>
    /// The pins that clocks come from, as of a PLL: domains for the module that instantiates it and what is inside that. Nothing says when
    /// their edges come, so in simulation they are stepped, and in proofs free, as clocks of ports are.
    /// </summary>
    protected virtual IReadOnlyList<(string Pin, ClockDomain Clock)> ClockOutputs => [];

    /// <summary>What it does, described as any module is; null where it can't be simulated.</summary>
    protected virtual Action? Model => null;

    /// <summary>
    /// The Verilog that it is described in. Where there is no <see cref="Model"/>, simulators run it, through Verilator; proofs do not take it.
    /// </summary>
    protected virtual IReadOnlyList<string> VerilogFiles => [];

    /// <summary>The name of the pin of a port; the port's name is in snake case.</summary>
    protected virtual string PinName(string port) => port;

    /// <inheritdoc/>
    protected sealed override void Build()
    {
        var instance = BuildContext.Current(default).Instance;
        if (VerilogFiles.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            throw new HdlException(Rule.Parameter, $"the Verilog of the black box {verilogName} is not there: {missing}", instance.Location);
        instance.External = new(
            [.. Parameters.Select(p => (p.Name, Verilog(p.Value)))], ClockPin, ResetPin, [.. instance.Ports.Select(p => PinName(p.Name))], VerilogFiles, Model is not null);
        instance.Parent?.MadeClocks.AddRange(ClockOutputs.Select(c => new PinClock(c.Clock, instance, c.Pin, instance.Location)));
        Model?.Invoke();
    }

    private static string Verilog(object value) => value switch
    {
        bool b => b ? "1'b1" : "1'b0",
        string s => $"\"{s.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"",
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new HdlException(
            Rule.Parameter, $"a parameter of a black box is a number, a truth value or a text, not {value}", BuildContext.PlaceOfInstance()),
    };
}
