using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Runtime;

namespace Vta.Conformance.Tests.Verification;

/// <summary>
/// Runs a program in any order of its instructions that tokens allow: each instruction is a launch of its own on the behavioural simulator, whose buffers
/// stay. It shares nothing with what checks programs.
/// </summary>
internal static class InterleavedRun
{
    private const uint Scratch = 0xf000_0000;

    /// <summary>Memory after the run; null where the program does not end, or an instruction has a fault.</summary>
    /// <param name="bundle">The program.</param>
    /// <param name="choose">Chooses one of the units that can go on.</param>
    public static Dram? Of(ProgramBundle bundle, Func<IReadOnlyList<Unit>, Unit> choose)
    {
        using var device = Devices.Create(Devices.Fsim, bundle.Config);
        foreach (var segment in bundle.Memory)
            device.Dram.Write(segment.Address, segment.Data);
        foreach (var launch in bundle.Launches)
        {
            if (!Run(device, launch, choose))
                return null;
        }
        device.Dram.Clear(Scratch, 3 * InstructionWord.Bytes);
        return device.Dram;
    }

    /// <summary>Ways to choose: each order of importance of the units, and chance.</summary>
    public static IEnumerable<Func<IReadOnlyList<Unit>, Unit>> Choices(int seed)
    {
        foreach (var first in Enum.GetValues<Unit>())
        {
            foreach (var last in Enum.GetValues<Unit>().Where(unit => unit != first))
                yield return units => units.Contains(first) ? first : units.FirstOrDefault(unit => unit != last, last);
        }
        var random = new Random(seed);
        for (var i = 0; i < 4; i++)
            yield return units => units[random.Next(units.Count)];
    }

    private static bool Run(IDevice device, LaunchRequest launch, Func<IReadOnlyList<Unit>, Unit> choose)
    {
        var layout = device.Config.Layout;
        var queues = Enum.GetValues<Unit>().ToDictionary(unit => unit, _ => new Queue<InstructionWord>());
        var tokens = TokenQueue.Each((TokenQueues)15).ToDictionary(queue => queue, _ => 0);
        foreach (var word in Words(device, launch))
            queues[word.Unit(layout)].Enqueue(word);
        InstructionWord? pad = null;
        while (true)
        {
            var able = queues.Where(unit => unit.Value.Count > 0 && CanRun(unit.Key, unit.Value.Peek())).Select(unit => unit.Key).ToList();
            if (able.Count == 0)
                return false;
            var chosen = choose(able);
            var word = queues[chosen].Dequeue();
            foreach (var queue in TokenQueue.Each(TokenQueue.Popped(chosen, word.Dependencies(layout))))
                tokens[queue]--;
            if (word.Opcode(layout) == Opcode.Finish)
                return true;
            if (word.Opcode(layout) == Opcode.Load && MemoryInstruction.Decode(layout, word).SetsPadValue(layout))
                pad = word;
            if (!RunAlone(device, launch.Bases, pad, word))
                return false;
            foreach (var queue in TokenQueue.Each(TokenQueue.Pushed(chosen, word.Dependencies(layout))))
                tokens[queue]++;
        }

        bool CanRun(Unit unit, InstructionWord word) =>
            TokenQueue.Each(TokenQueue.Popped(unit, word.Dependencies(layout))).All(queue => tokens[queue] > 0)
            && (word.Opcode(layout) != Opcode.Finish || queues[Unit.Load].Count + queues[Unit.Store].Count == 0);
    }

    private static List<InstructionWord> Words(IDevice device, LaunchRequest launch)
    {
        var words = new List<InstructionWord>();
        var bytes = new byte[InstructionWord.Bytes];
        for (var index = 0u; index < launch.InstructionCount; index++)
        {
            device.Dram.Read(launch.InstructionAddress + index * InstructionWord.Bytes, bytes);
            words.Add(InstructionWord.Read(bytes));
            if (words[^1].Opcode(device.Config.Layout) == Opcode.Finish)
                break;
        }
        return words;
    }

    /// <summary>An instruction without its tokens; a launch forgets what inputs are padded with.</summary>
    private static bool RunAlone(IDevice device, BaseAddresses bases, InstructionWord? pad, InstructionWord word)
    {
        const ulong Flags = 0xful << 3;
        InstructionWord[] words = [pad ?? word, word, InstructionWords.Finish(device.Config.Layout)];
        var bytes = new byte[words.Length * InstructionWord.Bytes];
        for (var i = 0; i < words.Length; i++)
            (words[i] with { Low = words[i].Low & ~Flags }).Write(bytes.AsSpan(i * InstructionWord.Bytes));
        device.Dram.Write(Scratch, bytes);
        var first = pad is null ? 1u : 0u;
        return device.Launch(new LaunchRequest(Scratch + first * InstructionWord.Bytes, 3 - first, bases)).Status.Faults == Faults.None;
    }
}
