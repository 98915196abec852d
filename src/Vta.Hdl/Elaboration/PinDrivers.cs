using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>Who drives the bidirectional pins of a module: itself, under conditions, or one instance inside.</summary>
internal static class PinDrivers
{
    public static void Add(Pin pin, Expression value, Expression enable, bool isSigned, SourceLocation location)
    {
        var width = pin.Value.Width;
        var sized = Require.Sized(value, width, isSigned);
        Require.SameWidth($"The pin '{pin.Value.Name}'", sized, width);
        AddSized(pin, sized, enable, isOpenDrain: false, location);
    }

    public static void AddOpenDrain(Pin pin, Expression enable, SourceLocation location) =>
        AddSized(pin, Make.Constant(0, pin.Value.Width), enable, isOpenDrain: true, location);

    public static void Connect(Pin first, Pin second, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        var (outer, inner) = first.Value.Owner == context.Instance ? (first, second) : (second, first);
        if (outer.Value.Owner != context.Instance || inner.Value.Owner is null || inner.Value.Owner.Parent != context.Instance)
            Report($"{Text.Of(first.Value)} and {Text.Of(second.Value)} are not a pin of {context.Instance.DefinitionName} and one of an instance inside it: nothing is tri-state inside a design");
        else if (outer.Inside is not null || outer.Drives.Count > 0)
            Report($"{Text.WithPlace(outer.Value)} has a driver already: inside a design, a pin has one");
        else if (outer.Value.Width != inner.Value.Width)
            context.Report(Rule.WidthMismatch, $"{Text.WithPlace(outer.Value)} has {Text.Plural(outer.Value.Width)}, but {Text.WithPlace(inner.Value)} has {inner.Value.Width}", location);
        else
            outer.Inside = inner;

        void Report(string problem) => context.Report(Rule.TriState, problem, location);
    }

    /// <summary>Makes wires of what drives the pins of the module that has been described: the last that the conditions allow.</summary>
    public static void Finish(BuildContext context)
    {
        foreach (var pin in context.Instance.Pins.Where(p => p.Drives.Count > 0))
        {
            var location = pin.Drives[^1].Location;
            var bits = pin.Drives.Max(d => d.Enable.Width);
            Expression value = pin.Drives[0].Value, enable = Make.Constant(0, bits);
            foreach (var drive in pin.Drives)
            {
                value = Make.Select(drive.Condition, drive.Value, value);
                enable = Make.Select(drive.Condition, drive.Enable.Width == bits ? drive.Enable : Make.Repeat(drive.Enable, bits), enable);
            }
            pin.Driver = (Wire("out", value), Wire("enable", enable));

            Signal Wire(string suffix, Expression expression)
            {
                var wire = context.NewSignal($"{pin.Value.Name}_{suffix}", expression.Width, SignalKind.Wire, location);
                context.Assign(wire, expression, location);
                return wire;
            }
        }
    }

    private static void AddSized(Pin pin, Expression value, Expression enable, bool isOpenDrain, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        if (pin.Value.Owner != context.Instance)
            context.Report(Rule.TriState, $"{Text.WithPlace(pin.Value)} is not a pin of {context.Instance.DefinitionName}: a module drives its own pins, and passes them on to instances with Connect", location);
        else if (pin.Inside is not null)
            context.Report(Rule.TriState, $"{Text.WithPlace(pin.Value)} has a driver already, {Text.Of(pin.Inside.Value)}: inside a design, a pin has one", location);
        else
            AddUnderConditions(Require.Sized(enable, pin.Value.Width, signed: false));

        void AddUnderConditions(Expression sized)
        {
            if (sized.Width != 1)
                Require.SameWidth($"The enable of the pin '{pin.Value.Name}'", sized, pin.Value.Width);
            context.UnderConditions(condition => pin.Add(new(condition, value, sized, isOpenDrain, location)));
        }
    }
}
