using System.Text;

namespace Vta.Isa;

/// <summary>Puts a faulty run into words: a line per fault, and for a deadlock a line per waiting unit.</summary>
internal static class FaultReport
{
    internal static string Describe(LaunchResult result, VtaConfig config, Dram dram, LaunchRequest request)
    {
        var program = new ProgramText(config, dram, request);
        var report = new StringBuilder();
        var (faults, leftover) = result.Status;
        var atInstruction = faults & ~Faults.Deadlock;
        if (atInstruction != Faults.None)
        {
            report.Append($"fault {Names(atInstruction)}: {string.Join("; ", Each(atInstruction).Select(fault => Meaning(fault, leftover)))}");
            report.Append($"\n  {(Each(atInstruction).Count() == 1 ? "at" : "first at")} {program.Line(result.FaultInstruction)}");
        }
        if (faults.HasFlag(Faults.Deadlock))
        {
            report.Append(report.Length > 0 ? "\n" : "");
            var isOver = Enum.GetValues<Unit>().All(unit => !result.Wait(unit).IsWaiting);
            report.Append($"fault DEADLOCK: {(isOver ? "the program ends without FINISH" : "the run cannot go on")}");
            foreach (var unit in Enum.GetValues<Unit>())
                report.Append($"\n  {Wait(unit, result.Wait(unit), program)}");
        }
        return report.ToString();
    }

    private static IEnumerable<Faults> Each(Faults faults) =>
        Enum.GetValues<Faults>().Where(fault => fault != Faults.None && faults.HasFlag(fault));

    private static string Names(Faults faults) => string.Join(", ", Each(faults).Select(fault => fault.ToString().ToUpperInvariant()));

    private static string Meaning(Faults fault, TokenQueues leftover) => fault switch
    {
        Faults.Index => "an index or SRAM range went past its buffer and wrapped",
        Faults.Illegal => "an opcode, memory or ALU code is not defined, the instruction was skipped",
        Faults.Bus => "memory answered with an error",
        _ => $"tokens were left over in {string.Join(", ", TokenQueue.Each(leftover).Select(TokenQueue.Name))}",
    };

    private static string Wait(Unit unit, UnitWait wait, ProgramText program)
    {
        if (!wait.IsWaiting)
            return $"{unit.Name()} has nothing to do";
        var reasons = TokenQueue.Each(wait.Empty).Select(queue => $"a token from {TokenQueue.Producer(queue).Name()}")
            .Concat(TokenQueue.Each(wait.Full).Select(queue =>
                $"room for its token to {TokenQueue.Consumer(queue).Name()} ({TokenQueue.MaxTokens} are waiting)"))
            .Concat(wait.Drain ? ["load and store to end"] : Array.Empty<string>());
        return $"{unit.Name()} waits for {string.Join(" and ", reasons)} at {program.Line(wait.Instruction)}";
    }
}
