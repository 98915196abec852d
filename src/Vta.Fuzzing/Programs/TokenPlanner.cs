using Vta.Isa.Instructions;

namespace Vta.Fuzzing.Programs;

/// <summary>
/// Puts instructions in order and gives them the tokens that keep units from racing: where an instruction conflicts with an earlier one of another
/// unit, it is made to wait for it. Which instruction hands the token over is left to chance, and tokens without need are added.
/// </summary>
internal sealed class TokenPlanner(InstructionLayout layout, Random random)
{
    private const int Units = 3;
    private const int RareChance = 12;

    private readonly List<PlannedInstruction> program = [];
    private readonly List<PlannedInstruction>[] perUnit = [[], [], []];

    /// <summary>By unit that knows, then by unit: how many of its instructions are known to be over.</summary>
    private readonly int[][] known = [new int[Units], new int[Units], new int[Units]];

    /// <summary>By unit that pushes, then by unit that pops: position of the last instruction that pushed.</summary>
    private readonly int[,] lastPush = { { -1, -1, -1 }, { -1, -1, -1 }, { -1, -1, -1 } };

    /// <summary>The instructions so far, tokens included.</summary>
    public IReadOnlyList<InstructionWord> Words => [.. program.Select(instruction => instruction.Word)];

    /// <summary>Adds an instruction, and before it one that hands on a token where its unit cannot wait for another itself.</summary>
    public void Add(InstructionWord word, Footprint footprint)
    {
        var unit = (int)word.Unit(layout);
        var conflicts = Enumerable.Range(0, Units)
            .Select(other => other == unit ? -1 : perUnit[other].FindLastIndex(earlier => earlier.Footprint.Conflicts(footprint))).ToArray();
        for (var other = 0; other < Units; other++)
        {
            if (AreNeighbours(unit, other) && random.Next(RareChance) == 0)
                conflicts[other] = perUnit[other].Count - 1;
        }
        if (unit != (int)Unit.Compute && conflicts[2 - unit] >= known[unit][2 - unit])
        {
            // Load and store hear of each other through compute only.
            if (conflicts[2 - unit] >= known[(int)Unit.Compute][2 - unit])
                AddMessenger(2 - unit, conflicts[2 - unit]);
            conflicts[(int)Unit.Compute] = perUnit[(int)Unit.Compute].Count - 1;
        }

        var instruction = new PlannedInstruction(word, footprint);
        for (var other = 0; other < Units; other++)
        {
            if (AreNeighbours(unit, other) && conflicts[other] >= known[unit][other])
                WaitFor(instruction, unit, other, conflicts[other]);
        }
        Append(instruction, unit);
    }

    /// <summary>Lets an instruction push a token that none takes; false where all tokens are taken after the last instruction.</summary>
    public bool AddLeftover()
    {
        var (producer, consumer) = RandomQueue();
        var first = lastPush[producer, consumer] + 1;
        if (first >= perUnit[producer].Count)
            return false;
        var position = random.Next(first, perUnit[producer].Count);
        lastPush[producer, consumer] = position;
        perUnit[producer][position].Add(consumer > producer ? Dependencies.PushNext : Dependencies.PushPrev);
        return true;
    }

    /// <summary>Lets an instruction wait for a token more than there are: the program cannot end. Order is kept: later pops wait for later pushes.</summary>
    public bool AddEndlessWait()
    {
        var (producer, consumer) = RandomQueue();
        var pop = producer < consumer ? Dependencies.PopPrev : Dependencies.PopNext;
        var candidates = perUnit[consumer].Where(instruction => !instruction.Dependencies(layout).HasFlag(pop)).ToList();
        if (candidates.Count == 0)
            return false;
        candidates[random.Next(candidates.Count)].Add(pop);
        return true;
    }

    /// <summary>Sets flags that name neighbours which a unit does not have.</summary>
    public void AddMeaninglessFlags()
    {
        foreach (var instruction in perUnit[(int)Unit.Load].Where(_ => random.Next(RareChance) == 0))
            instruction.Add((Dependencies)random.Next(16) & (Dependencies.PopPrev | Dependencies.PushPrev));
        foreach (var instruction in perUnit[(int)Unit.Store].Where(_ => random.Next(RareChance) == 0))
            instruction.Add((Dependencies)random.Next(16) & (Dependencies.PopNext | Dependencies.PushNext));
    }

    private static bool AreNeighbours(int unit, int other) => Math.Abs(unit - other) == 1;

    private (int Producer, int Consumer) RandomQueue()
    {
        var queue = (TokenQueues)(1 << random.Next(TokenQueue.Count));
        return ((int)TokenQueue.Producer(queue), (int)TokenQueue.Consumer(queue));
    }

    /// <summary>A compute instruction that does nothing but wait.</summary>
    private void AddMessenger(int other, int position)
    {
        var nothing = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, 0, 0, 0, 0, 0).Encode(layout);
        var messenger = new PlannedInstruction(nothing, Footprint.None);
        WaitFor(messenger, (int)Unit.Compute, other, position);
        Append(messenger, (int)Unit.Compute);
    }

    /// <summary>A token from an instruction of a neighbour, the one at a position or a later one.</summary>
    private void WaitFor(PlannedInstruction instruction, int unit, int other, int position)
    {
        // All that pushed before has been waited for, so tokens are taken in the order in which they are meant.
        var pusher = random.Next(position, perUnit[other].Count);
        perUnit[other][pusher].Add(unit > other ? Dependencies.PushNext : Dependencies.PushPrev);
        instruction.Add(other < unit ? Dependencies.PopPrev : Dependencies.PopNext);
        lastPush[other, unit] = pusher;
        for (var third = 0; third < Units; third++)
            known[unit][third] = Math.Max(known[unit][third], perUnit[other][pusher].KnownAtStart[third]);
        known[unit][other] = pusher + 1;
    }

    private void Append(PlannedInstruction instruction, int unit)
    {
        instruction.KnownAtStart = [.. known[unit]];
        perUnit[unit].Add(instruction);
        program.Add(instruction);
    }
}
