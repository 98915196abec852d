using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Lowering;

/// <summary>A bidirectional pin of the top module as a testbench sees it: what it drives it with, and which bits.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Value">As wide as the pin.</param>
/// <param name="Enable">A bit for each of the pin.</param>
public sealed record OutsidePin(Pin Pin, Signal Value, Signal Enable)
{
    /// <summary>What a testbench sets.</summary>
    public IEnumerable<Signal> Signals => [Value, Enable];

    /// <summary>What is read of the pin: what the design drives, else what comes from outside, else what it is pulled to.</summary>
    internal Expression Resolved
    {
        get
        {
            var idle = Make.Constant(Pin.Pull == Pull.Up ? Bits.Mask(Value.Width) : 0, Value.Width);
            var outside = Make.SelectBits(Enable, Value, idle);
            return Inside is var (value, enable) ? Make.SelectBits(enable, value, outside) : outside;
        }
    }

    /// <summary>No bit is driven from both sides, unless to zero; null where the design drives none.</summary>
    internal Assertion? NotDrivenTwice
    {
        get
        {
            if (Inside is not var (_, enable))
                return null;
            var both = Make.Operate(BinaryOperator.And, enable, Enable);
            if (Pin.Innermost.IsOpenDrain)
                both = Make.Operate(BinaryOperator.And, both, Value);
            var rule = $"the pin '{Pin.Value.Name}' is not driven by the design and from outside at once";
            return new(AssertionKind.Assert, Make.Not(Make.Reduce(UnaryOperator.ReduceOr, both)), Make.True, rule, Pin.Value.Location) { Domain = Enable.Owner!.Domain };
        }
    }

    private (Expression Value, Expression Enable)? Inside => Pin.Innermost.Driver is var (value, enable)
        ? (value, enable.Width == value.Width ? enable : Make.Repeat(enable, value.Width))
        : null;

    /// <summary>The pins of the top module.</summary>
    internal static IReadOnlyList<OutsidePin> Of(ModuleInstance top)
    {
        var names = new UniqueNames();
        foreach (var signal in top.Ports.Concat(top.Signals))
            names.Unique(signal.Name);
        return [.. top.Pins.Select(pin => new OutsidePin(pin, Input(pin, "outside"), Input(pin, "outside_enable")))];

        Signal Input(Pin pin, string suffix) =>
            new(names.Unique($"{pin.Value.Name}_{suffix}"), pin.Value.Width, SignalKind.Input, pin.Value.Location) { Owner = top };
    }
}
