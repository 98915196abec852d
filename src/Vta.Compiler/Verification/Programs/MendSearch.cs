using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Compiler.Verification.Programs;

/// <summary>
/// Looks for the fewest tokens that mend a program, and believes nothing that it has not checked: each try is the whole program with some flags
/// changed. A token more or less makes a unit wait longer or shorter, so of the instructions that could get it, some are too early for the order and
/// some too late for the end; those between are found by halving.
/// </summary>
/// <param name="bundle">The program.</param>
/// <param name="finding">The first error that it has.</param>
internal sealed class MendSearch(ProgramBundle bundle, ProgramFinding finding)
{
    // The most instructions that are gone through, all tries together: a second or so.
    private const long MaxWork = 1 << 18;

    private readonly int launch = finding.Commands.Count > 0 ? finding.Commands[0].Launch : 0;
    private readonly IReadOnlyList<Command> commands = finding.Commands.Count > 0
        ? LaunchCommands.Read(bundle.Config, bundle.CreateDram(), bundle.Launches[finding.Commands[0].Launch], finding.Commands[0].Launch)
        : [];

    private long work;

    /// <summary>Ways to mend it that take equally many changes; none where none were found.</summary>
    internal IReadOnlyList<Mend> Find()
    {
        IEnumerable<TokenChange?> tried = finding.Kind switch
        {
            ProgramFindingKind.Deadlock => TokenQueue.Each(finding.Commands.Aggregate(TokenQueues.None, (all, waiting) => all | waiting.Pops)).SelectMany(Sooner),
            ProgramFindingKind.Unordered => Way(finding.Commands[0].Unit, finding.Commands[1].Unit).SelectMany(Later),
            _ => [],
        };
        List<TokenChange> single = [.. tried.OfType<TokenChange>()];
        if (single.Count > 0)
            return [.. single.Select(change => new Mend([change]))];
        return Several().FirstOrDefault(Mends) is { } changes ? [new Mend(changes)] : [];
    }

    /// <summary>A unit waits too long: it lacks a push, or has a pop too many.</summary>
    private IEnumerable<TokenChange?> Sooner(TokenQueues queue) =>
        [Between(queue, isPush: true, isAdded: true), Between(queue, isPush: false, isAdded: false)];

    /// <summary>A unit does not wait long enough: it lacks a pop, or has a push too many.</summary>
    private IEnumerable<TokenChange?> Later(TokenQueues queue) =>
        [Between(queue, isPush: false, isAdded: true), Between(queue, isPush: true, isAdded: false)];

    /// <summary>The queues that tokens of one unit go through to another.</summary>
    private static IEnumerable<TokenQueues> Way(Unit from, Unit to)
    {
        var step = Math.Sign(to - from);
        return TokenQueue.Each((TokenQueues)((1 << TokenQueue.Count) - 1))
            .Where(queue => Math.Sign(TokenQueue.Consumer(queue) - TokenQueue.Producer(queue)) == step
                && step * (TokenQueue.Producer(queue) - from) >= 0 && step * (to - TokenQueue.Consumer(queue)) >= 0);
    }

    /// <summary>The instructions of which any mends the program where a flag of it is set, or taken away; null where none does.</summary>
    private TokenChange? Between(TokenQueues queue, bool isPush, bool isAdded)
    {
        var unit = isPush ? TokenQueue.Producer(queue) : TokenQueue.Consumer(queue);
        // In this order units wait ever longer: for a push that comes later, a pop that comes earlier.
        var tried = commands.Where(command => command.Unit == unit && TokenChange.Has(command, queue, isPush) != isAdded)
            .Select(command => TokenChange.Toggle(command, queue, isPush)).ToList();
        if (isPush != isAdded)
            tried.Reverse();
        var first = Halve(tried, result => result == Outcome.TooShort);
        if (first == tried.Count || Try(tried[first]) != Outcome.Mended)
            return null;
        var last = Halve(tried, result => result != Outcome.TooLong) - 1;
        var (one, other) = (tried[first].First, tried[last].First);
        return tried[first] with { First = Math.Min(one, other), Last = Math.Max(one, other) };
    }

    /// <summary>How many of the changes, from the first on, come out in some way.</summary>
    private int Halve(List<TokenChange> tried, Func<Outcome, bool> condition)
    {
        var (low, high) = (0, tried.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (condition(Try(tried[middle])))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>A token from the one instruction to the other; then two flags of one instruction, those of the finding and near it first.</summary>
    private IEnumerable<TokenChange[]> Several()
    {
        if (finding is { Kind: ProgramFindingKind.Unordered, Commands: [var first, var second] }
            && Way(first.Unit, second.Unit).ToList() is [var queue])
        {
            // The next instructions may be in need of it too.
            var last = commands.Take((int)second.Index).LastOrDefault(command => command.Unit == first.Unit && command.Index > first.Index);
            foreach (var pusher in new[] { first, last }.OfType<Command>())
                yield return [TokenChange.Toggle(pusher, queue, isPush: true), TokenChange.Toggle(second, queue, isPush: false)];
        }
        if (finding.Kind is not (ProgramFindingKind.Unordered or ProgramFindingKind.Deadlock))
            yield break;
        var near = finding.Commands.Count > 0 ? finding.Commands[0].Index : 0;
        foreach (var command in commands.OrderBy(command => Math.Abs((long)command.Index - near)))
        {
            var flags = Flags(command).ToList();
            foreach (var (index, flag) in flags.Index())
            {
                foreach (var other in flags.Skip(index + 1))
                    yield return [flag, other];
            }
        }
    }

    private static IEnumerable<TokenChange> Flags(Command command) =>
        from flag in new[] { Dependencies.PopPrev, Dependencies.PopNext, Dependencies.PushPrev, Dependencies.PushNext }
        from isPush in new[] { false, true }
        let queue = isPush ? TokenQueue.Pushed(command.Unit, flag) : TokenQueue.Popped(command.Unit, flag)
        where queue != TokenQueues.None
        select TokenChange.Toggle(command, queue, isPush);

    private bool Mends(TokenChange[] changes) => Try(changes) == Outcome.Mended;

    private Outcome Try(params TokenChange[] changes)
    {
        if (work > MaxWork)
            return Outcome.TooLong;
        var report = ProgramVerifier.Check(bundle, command =>
            command.Launch == launch ? changes.Aggregate(command, (changed, change) => change.Apply(changed)) : command);
        work += report.Instructions;
        return report.Findings.FirstOrDefault(each => each.Level == ProgramFindingLevel.Error)?.Kind switch
        {
            null => Outcome.Mended,
            ProgramFindingKind.Unordered => Outcome.TooShort,
            _ => Outcome.TooLong,
        };
    }

    private enum Outcome
    {
        Mended,

        /// <summary>A unit does not wait long enough.</summary>
        TooShort,

        /// <summary>A unit waits for ever, or something else is wrong.</summary>
        TooLong,
    }
}
