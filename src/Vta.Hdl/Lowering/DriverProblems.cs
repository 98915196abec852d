using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>What is wrong with the drivers of a signal, in the words of the message.</summary>
internal static class DriverProblems
{
    /// <summary>One problem for bits that nothing sets, and one for each statement that leaves bits without a driver in some cases.</summary>
    public static IEnumerable<Diagnostic> Of(Signal signal, DrivenBits? bits)
    {
        var gaps = (bits ?? DrivenBits.Unset(signal)).Gaps.ToLookup(r => r.Gap);
        return gaps.Select(g => g.Key is { } statement ? PartlyDriven(signal, statement, [.. g]) : Undriven(signal, [.. g]));
    }

    private static Diagnostic Undriven(Signal signal, IReadOnlyList<DrivenRange> gaps)
    {
        var isNever = gaps.Sum(g => g.Width) == signal.Width ? "is never set" : "is set in part only";
        return signal.Kind == SignalKind.Input
            ? new(
                Rule.Undriven,
                $"{Text.WithPlace(signal)}, an input of the instance '{signal.Owner!.Name}' that is made here, {isNever}: {Describe(gaps)} no driver",
                signal.Owner.Location)
            : new(
                Rule.Undriven,
                $"{Text.Of(signal)}, {(signal.Kind == SignalKind.Output ? "an output" : "a wire")} of {signal.Owner!.DefinitionName}, {isNever}: {Describe(gaps)} no driver",
                signal.Location);
    }

    private static Diagnostic PartlyDriven(Signal signal, Statement statement, IReadOnlyList<DrivenRange> gaps)
    {
        var (path, mend) = statement switch
        {
            Switch => ("on some paths only: where no case sets it", "set a default before, or add Default"),
            Assign => ("at a computed place only: where it is another", "set a default before"),
            _ => ("on some paths only: while the condition does not hold, or where a branch leaves it out", "set a default before, or add Else"),
        };
        return new(Rule.PartlyDriven, $"{Text.WithPlace(signal)} is set here {path}, {Describe(gaps)} no driver (a latch); {mend}", statement.Location);
    }

    public static Diagnostic Lost(LostAssignment lost) => new(
        Rule.TwoDrivers,
        $"{Text.WithPlace(lost.Part)} is set here under no further condition, so that what sets it at {lost.Lost} has no effect: "
            + "a signal has one driver; a default stands first, and exceptions to it under a When",
        lost.Winner);

    public static Diagnostic NoModel(ModuleInstance module) => new(
        Rule.NoModel, $"'{module.Path}' is the black box {module.DefinitionName}: nothing says what it does; give it a Model to simulate it", module.Location);

    private static string Describe(IReadOnlyList<DrivenRange> gaps)
    {
        var ranges = gaps.Reverse().Select(g => Text.Range(g.End - 1, g.Low)).ToArray();
        return $"{string.Join(", ", ranges)} {(gaps is [{ Width: 1 }] ? "has" : "have")}";
    }
}
