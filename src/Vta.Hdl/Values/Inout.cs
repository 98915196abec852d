using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A bidirectional pin: <c>inout</c> in Verilog. There are some at the top of a design and on black boxes; modules between pass them on with
/// <see cref="Connect"/>. Inside a design nothing is tri-state.
/// </summary>
public sealed class Inout<T>
    where T : Packed
{
    internal Inout(Pin pin, PackedType<T> type)
    {
        Pin = pin;
        Value = type.Wrap(pin.Value);
    }

    /// <summary>What the pin is, whoever drives it.</summary>
    public T Value { get; }

    internal Pin Pin { get; }

    /// <summary>
    /// Drives the pin where a bit is high, and lets go of it elsewhere and while the conditions in force do not hold; a later call wins.
    /// </summary>
    /// <exception cref="HdlException">HW0001: the value has another width. HW0002: a literal does not fit. HW0025: the pin is another module's.</exception>
    public void Drive(T value, Bool enable, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PinDrivers.Add(Pin, value.Expression, enable.Expression, value is SInt, new(file, line));

    /// <summary>As <see cref="Drive(T, Bool, string, int)"/>, with an enable for each bit of the pin.</summary>
    public void Drive(T value, UInt enables, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PinDrivers.Add(Pin, value.Expression, enables.Expression, value is SInt, new(file, line));

    /// <summary>Pulls all bits of the pin to zero where a bit is high, and lets go of it elsewhere (open drain): others may do so at the same time.</summary>
    /// <exception cref="HdlException">HW0025: the pin is another module's.</exception>
    public void PullLow(Bool enable, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PinDrivers.AddOpenDrain(Pin, enable.Expression, new(file, line));

    /// <summary>As <see cref="PullLow(Bool, string, int)"/>, with an enable for each bit of the pin.</summary>
    public void PullLow(UInt enables, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PinDrivers.AddOpenDrain(Pin, enables.Expression, new(file, line));

    /// <summary>Makes a pin of the module and that of an instance inside one wire.</summary>
    /// <exception cref="HdlException">HW0001: the widths differ. HW0025: neither is such a pin of this module, or it has a driver already.</exception>
    public void Connect(Inout<T> other, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PinDrivers.Connect(Pin, other.Pin, new(file, line));
}
