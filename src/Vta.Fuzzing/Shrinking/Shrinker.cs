using Vta.Fuzzing.Programs;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Fuzzing.Shrinking;

/// <summary>
/// Makes a program that fails shorter. Instructions lose their effect before they go, and keep their tokens: no order between units is lost, so that what is left
/// has one result still.
/// </summary>
/// <param name="config">The configuration of the program.</param>
/// <param name="fails">Whether a program fails as the first one did.</param>
/// <param name="isOrdered">Whether a program is known to have one result, whatever the timing: tokens go only where it still is.</param>
internal sealed class Shrinker(VtaConfig config, Func<RandomProgram, bool> fails, Func<RandomProgram, bool> isOrdered)
{
    private readonly InstructionLayout layout = config.Layout;

    /// <summary>The shortest failing program that was found; the program itself where none is shorter.</summary>
    public RandomProgram Shrink(RandomProgram program)
    {
        for (var length = program.Words.Count; length > 0; length /= 2)
        {
            for (var first = 0; first < program.Words.Count; first += length)
            {
                var (from, to) = (first, first + length);
                program = Try(program, [.. program.Words.Select((word, index) => index >= from && index < to ? WithoutEffect(word) : word)]);
            }
        }
        for (var index = 0; index < program.Words.Count; index++)
        {
            foreach (var smaller in Smaller(program.Words[index]))
                program = Try(program, [.. program.Words.Select((word, at) => at == index ? smaller : word)]);
        }
        if (isOrdered(program))
            program = WithoutTokens(program);
        program = Try(program, [.. program.Words.Where(word => !IsNothing(word))]);
        for (var index = program.Words.Count - 1; index >= 0; index--)
        {
            if (IsNothing(program.Words[index]))
                program = Try(program, [.. program.Words.Where((_, at) => at != index)]);
        }
        return program;
    }

    /// <summary>Tokens that do not matter go: of each queue, the last that is pushed with the one who takes it, and so on to the first.</summary>
    private RandomProgram WithoutTokens(RandomProgram program)
    {
        foreach (var queue in TokenQueue.Each((TokenQueues)((1 << TokenQueue.Count) - 1)))
        {
            var pushes = Carriers(program, word => TokenQueue.Pushed(word.Unit(layout), word.Dependencies(layout)).HasFlag(queue));
            var pops = Carriers(program, word => TokenQueue.Popped(word.Unit(layout), word.Dependencies(layout)).HasFlag(queue));
            foreach (var (push, pop) in pushes.Zip(pops).Reverse())
            {
                program = Try(program, [.. program.Words.Select((word, index) =>
                    Without(word, (index == push ? PushFlag(queue) : Dependencies.None) | (index == pop ? PopFlag(queue) : Dependencies.None)))], isOrdered);
            }
        }
        return program;
    }

    private static List<int> Carriers(RandomProgram program, Func<InstructionWord, bool> carries) =>
        [.. program.Words.Index().Where(each => carries(each.Item)).Select(each => each.Index)];

    private static Dependencies PushFlag(TokenQueues queue) =>
        TokenQueue.Pushed(TokenQueue.Producer(queue), Dependencies.PushNext).HasFlag(queue) ? Dependencies.PushNext : Dependencies.PushPrev;

    private static Dependencies PopFlag(TokenQueues queue) =>
        TokenQueue.Popped(TokenQueue.Consumer(queue), Dependencies.PopPrev).HasFlag(queue) ? Dependencies.PopPrev : Dependencies.PopNext;

    private InstructionWord Without(InstructionWord word, Dependencies flags) => word with { Low = word.Low & ~((ulong)flags << layout.Common.PopPrev.Offset) };

    private RandomProgram Try(RandomProgram program, IReadOnlyList<InstructionWord> words, Func<RandomProgram, bool>? isAllowed = null)
    {
        if (words.Count == 0 || words.SequenceEqual(program.Words))
            return program;
        var candidate = program.WithWords(words);
        return isAllowed?.Invoke(candidate) != false && fails(candidate) ? candidate : program;
    }

    /// <summary>An instruction of the same unit, with the same tokens, that does nothing.</summary>
    private InstructionWord WithoutEffect(InstructionWord word)
    {
        if (word.Opcode(layout) == Opcode.Finish)
            return word;
        var (opcode, memory) = word.Unit(layout) switch
        {
            Unit.Load => (Opcode.Load, MemoryId.Inp),
            Unit.Store => (Opcode.Store, MemoryId.Out),
            _ => (Opcode.Load, MemoryId.Uop),
        };
        return new MemoryInstruction(opcode, word.Dependencies(layout), memory, 0, 0, 0, 0, 0).Encode(layout);
    }

    private bool IsNothing(InstructionWord word) => word.Dependencies(layout) == Dependencies.None && word == WithoutEffect(word) && word.Opcode(layout) != Opcode.Finish;

    /// <summary>The same instruction with less to do.</summary>
    private IEnumerable<InstructionWord> Smaller(InstructionWord word)
    {
        var opcode = word.Opcode(layout);
        if (layout.IsGemm(opcode) && GemmInstruction.Decode(layout, word) is { Steps: > 1 } gemm)
        {
            yield return (gemm with { IterOut = 1 }).Encode(layout);
            yield return (gemm with { IterOut = 1, IterIn = 1 }).Encode(layout);
            yield return (gemm with { IterOut = 1, IterIn = 1, UopEnd = gemm.UopBegin + 1 }).Encode(layout);
        }
        else if (opcode == Opcode.Alu && AluInstruction.Decode(layout, word) is { Steps: > 1 } alu)
        {
            yield return (alu with { IterOut = 1 }).Encode(layout);
            yield return (alu with { IterOut = 1, IterIn = 1 }).Encode(layout);
            yield return (alu with { IterOut = 1, IterIn = 1, UopEnd = alu.UopBegin + 1 }).Encode(layout);
        }
        else if (opcode is Opcode.Load or Opcode.Store && MemoryInstruction.Decode(layout, word) is { IsEmpty: false } transfer && !transfer.SetsPadValue(layout))
        {
            yield return (transfer with { YPad0 = 0, YPad1 = 0, XPad0 = 0, XPad1 = 0 }).Encode(layout);
            yield return (transfer with { YPad0 = 0, YPad1 = 0, XPad0 = 0, XPad1 = 0, YSize = 1 }).Encode(layout);
            yield return (transfer with { YPad0 = 0, YPad1 = 0, XPad0 = 0, XPad1 = 0, YSize = 1, XSize = 1 }).Encode(layout);
        }
    }
}
