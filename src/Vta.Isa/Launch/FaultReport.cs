using System.Text;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>Puts a faulty run into words: a line for its faults, and for a deadlock a line for each unit.</summary>
internal static class FaultReport
{
    internal static string Describe(LaunchResult result, VtaConfig config, Dram dram, LaunchRequest request)
    {
        var program = new ProgramText(config, dram, request);
        var report = new StringBuilder();
        var faults = result.Status.Faults;
        var atInstruction = faults & ~(Faults.Deadlock | Faults.Tokens);
        if (atInstruction != Faults.None)
        {
            report.Append($"fault {Names(atInstruction)}: {string.Join("; ", Each(atInstruction).Select(Meaning))}");
            report.Append($"\n  {(Each(atInstruction).Count() == 1 ? "at" : "first at")} {program.Line(result.FaultInstruction)}");
        }
        if (faults.HasFlag(Faults.Deadlock))
        {
            report.Append(report.Length > 0 ? "\n" : "");
            var isOver = Enum.GetValues<Unit>().All(unit => !result.Wait(unit).IsWaiting);
            report.Append($"fault DEADLOCK: {(isOver ? "the program ends without FINISH" : "the run cannot go on")}");
            if (FullCommandQueue.Find(result, program) is var (unit, next))
            {
                report.Append($"\n  fetch waits for room in the queue of {unit.Name()} ({Commands.MaxUnfinished} instructions are in it) ");
                report.Append($"at {program.Line(next)}");
            }
            foreach (var waiting in Enum.GetValues<Unit>())
                report.Append($"\n  {Wait(waiting, result.Wait(waiting), program)}");
        }
        foreach (var tokens in LeftoverTokens.Of(result.Status.Leftover, program))
            report.Append($"\n  {tokens}");
        return report.ToString();
    }

    private static IEnumerable<Faults> Each(Faults faults) =>
        Enum.GetValues<Faults>().Where(fault => fault != Faults.None && faults.HasFlag(fault));

    private static string Names(Faults faults) => string.Join(", ", Each(faults).Select(fault => fault.ToString().ToUpperInvariant()));

    private static string Meaning(Faults fault) => fault switch
    {
        Faults.Index => "an index or SRAM range went past its buffer and wrapped",
        Faults.Illegal => "an opcode, memory or ALU code is not defined, the instruction was skipped",
        _ => "memory answered with an error",
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
