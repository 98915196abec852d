using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>
/// Tokens that nobody took until FINISH. They change no result: real programs of two virtual threads leave some, where each thread's last
/// store pushes one and a single pop waits.
/// </summary>
/// <param name="Queue">The queue that they are in.</param>
/// <param name="Count">How many they are.</param>
public sealed record LeftoverTokens(TokenQueues Queue, long Count)
{
    /// <summary>As notes show it: <c>2 tokens left over in store→compute</c>.</summary>
    public override string ToString() => $"{Count} {(Count == 1 ? "token" : "tokens")} left over in {TokenQueue.Name(Queue)}";

    /// <summary>The device says which queues hold tokens at FINISH; all instructions have run by then, so the program says how many.</summary>
    internal static IReadOnlyList<LeftoverTokens> Of(TokenQueues queues, ProgramText program) =>
        [.. TokenQueue.Each(queues).Select(queue => new LeftoverTokens(queue, program.Fetched().Sum(each => Change(queue, each.Unit, each.Dependencies))))];

    private static int Change(TokenQueues queue, Unit unit, Dependencies dependencies) =>
        (TokenQueue.Pushed(unit, dependencies).HasFlag(queue) ? 1 : 0) - (TokenQueue.Popped(unit, dependencies).HasFlag(queue) ? 1 : 0);
}
