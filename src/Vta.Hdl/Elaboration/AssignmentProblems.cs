using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>What is wrong with an assignment, in the words of the message.</summary>
internal static class AssignmentProblems
{
    public static string Width(Expression target, Expression value)
    {
        var found = $"{Text.WithPlace(target)} has {Text.Plural(target.Width)}, but {Text.WithPlace(value)} that it is set to has {value.Width}";
        return value.Width > target.Width
            ? $"{found}: {Text.Range(value.Width - 1, target.Width)} would be lost; use Trunc({target.Width}) if that is meant"
            : $"{found}: {Text.Range(target.Width - 1, value.Width)} would have no value; use Extend({target.Width})";
    }

    public static string Outside(Signal signal, PartIndex index) =>
        $"element {((Literal)index.Index).Value} of {Text.WithPlace(signal)} can't be set: there are {index.Count}, from 0 on";

    public static string Target(Expression target, ModuleInstance module)
    {
        if (SignalPart.Of(target) is not { Signal: var signal })
            return $"{Text.Of(target)} is computed, and can't be set: only outputs, wires and registers and the inputs of instances can";
        var name = Text.WithPlace(signal);
        if (signal.Kind == SignalKind.Inout)
            return $"{name} is a bidirectional pin: it is driven with Drive, and passed on to an instance with Connect";
        if (signal.Kind == SignalKind.Input && signal.Owner == module)
            return $"{name} is an input of {module.DefinitionName}: it is driven from outside, and only read here";
        if (signal.Kind == SignalKind.Output && signal.Owner?.Parent == module)
            return $"{name} is an output of the instance '{signal.Owner.Name}', which drives it: it is only read here";
        if (signal.Owner is null)
            return $"{name} is a port of a module that is not instantiated: call Instance(…) before its ports are used";
        return $"{name} belongs to {signal.Owner.DefinitionName}: {module.DefinitionName} sets only its own outputs, wires and registers and the inputs of its instances";
    }
}
