using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Programs;

/// <summary>What is left when a launch cannot go on: nothing, tokens, or instructions that wait.</summary>
internal sealed class EndOfLaunch(IReadOnlyList<Command> commands, TokenSimulation simulation, ReportBuilder report)
{
    private const int ShownPushers = 4;

    /// <returns>Whether the launch ended.</returns>
    internal bool Check()
    {
        if (simulation.Waiting.Count > 0 || commands[^1].Opcode != Opcode.Finish)
        {
            Deadlock();
            return false;
        }
        foreach (var queue in TokenQueue.Each((TokenQueues)((1 << TokenQueue.Count) - 1)))
        {
            if (simulation.Pushers(queue) is { Count: > 0 and var count } pushers)
            {
                report.Add(ProgramFindingKind.Leftover, ProgramFindingLevel.Warning,
                    $"{count} {(count == 1 ? "token is" : "tokens are")} left over in {TokenQueue.Name(queue)}", [.. pushers.Take(ShownPushers)]);
            }
        }
        return true;
    }

    private void Deadlock()
    {
        var waits = simulation.Waiting.Select(Wait).ToList();
        if (commands[^1].Opcode != Opcode.Finish)
            waits.Add("the program has no FINISH");
        if (simulation.Unfetched is { } next)
            waits.Add($"fetch waits with instruction {next.Index} for room among the {Isa.Instructions.Commands.MaxUnfinished} of {next.Unit.Name()}");
        report.Error(ProgramFindingKind.Deadlock, $"does not come to an end: {string.Join("; ", waits)}", simulation.Waiting);
    }

    private string Wait(Command command)
    {
        var who = $"{command.Unit.Name()} waits at instruction {command.Index}";
        if (simulation.Missing(command) is not TokenQueues.None and var missing)
            return $"{who} for a token of {string.Join(" and of ", TokenQueue.Each(missing).Select(queue => TokenQueue.Producer(queue).Name()))}";
        if (simulation.Full(command) is not TokenQueues.None and var full)
            return $"{who} for room in {string.Join(" and in ", TokenQueue.Each(full).Select(TokenQueue.Name))}";
        return $"{who} for load and store to end";
    }
}
