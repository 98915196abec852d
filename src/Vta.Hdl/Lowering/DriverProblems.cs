using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>What is wrong with the drivers of a signal, in the words of the message.</summary>
internal static class DriverProblems
{
    public static Diagnostic Undriven(Signal signal) => signal.Kind == SignalKind.Input
        ? new(
            Rule.Undriven,
            $"{Text.WithPlace(signal)}, an input of the instance '{signal.Owner!.Name}' that is made here, is never set: {Bits(signal)} no driver",
            signal.Owner.Location)
        : new(
            Rule.Undriven,
            $"{Text.Of(signal)}, {(signal.Kind == SignalKind.Output ? "an output" : "a wire")} of {signal.Owner!.DefinitionName}, is never set: {Bits(signal)} no driver",
            signal.Location);

    public static Diagnostic PartlyDriven(Signal signal, Statement statement)
    {
        var (path, missing) = statement is Switch ? ("where no case sets it", "Default") : ("while the condition does not hold, or where a branch leaves it out", "Else");
        return new(
            Rule.PartlyDriven,
            $"{Text.WithPlace(signal)} is set here on some paths only: {path}, {Bits(signal)} no driver (a latch); set a default before, or add {missing}",
            statement.Location);
    }

    public static Diagnostic Lost(LostAssignment lost) => new(
        Rule.TwoDrivers,
        $"{Text.WithPlace(lost.Target)} is set here under no further condition, so that what sets it at {lost.Lost} has no effect: "
            + "a signal has one driver; a default stands first, and exceptions to it under a When",
        lost.Winner);

    public static Diagnostic NoModel(ModuleInstance module) => new(
        Rule.NoModel, $"'{module.Path}' is the black box {module.DefinitionName}: nothing says what it does; give it a Model to simulate it", module.Location);

    private static string Bits(Signal signal) => $"{Text.Range(signal.Width - 1, 0)} {(signal.Width == 1 ? "has" : "have")}";
}
