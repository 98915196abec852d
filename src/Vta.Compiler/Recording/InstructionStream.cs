using Vta.Compiler.Programs;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Recording;

/// <summary>
/// Instructions in program order, with dependencies put onto them: a pop goes onto the next instruction of its unit, a push onto the
/// last one. Where there is none to take the flag, an instruction that does nothing carries it.
/// </summary>
internal sealed class InstructionStream(InstructionLayout layout)
{
    private const int Units = 3;

    private readonly List<ProgramInstruction> instructions = [];
    private readonly Dependencies[] pendingPops = new Dependencies[Units];
    private readonly int[] last = [-1, -1, -1];
    private readonly int[] balance = new int[TokenQueue.Count];

    internal IReadOnlyList<ProgramInstruction> Instructions => instructions;

    /// <summary>Appends an instruction of a unit; it takes the pops that wait there.</summary>
    internal void Add(Unit unit, InstructionWord word, DramBuffer? buffer = null)
    {
        last[(int)unit] = instructions.Count;
        instructions.Add(new ProgramInstruction(WithFlags(word, pendingPops[(int)unit]), buffer));
        pendingPops[(int)unit] = Dependencies.None;
    }

    internal void Push(Unit from, Unit to)
    {
        var flag = Direction(from, to) > 0 ? Dependencies.PushNext : Dependencies.PushPrev;
        Count(TokenQueue.Pushed(from, flag), +1);
        CommitPops(from);
        if (last[(int)from] < 0 || instructions[last[(int)from]].Word.Dependencies(layout).HasFlag(flag))
            AddNothing(from);
        var index = last[(int)from];
        instructions[index] = instructions[index] with { Word = WithFlags(instructions[index].Word, flag) };
    }

    internal void Pop(Unit from, Unit to)
    {
        var flag = Direction(from, to) > 0 ? Dependencies.PopPrev : Dependencies.PopNext;
        Count(TokenQueue.Popped(to, flag), -1);
        if (pendingPops[(int)to].HasFlag(flag))
            CommitPops(to);
        pendingPops[(int)to] |= flag;
    }

    /// <summary>Appends FINISH, which takes no tokens itself: other hardware of this instruction set ignores flags there.</summary>
    /// <exception cref="VtaInputException">Not every token that is pushed is popped.</exception>
    internal void Finish()
    {
        foreach (var queue in TokenQueue.Each((TokenQueues)((1 << TokenQueue.Count) - 1)))
        {
            var tokens = balance[int.Log2((int)queue)];
            if (tokens != 0)
                throw new VtaInputException($"{Math.Abs(tokens)} more "
                    + $"{(tokens > 0 ? "pushes than pops" : "pops than pushes")} of tokens {TokenQueue.Name(queue)}");
        }
        foreach (var unit in Enum.GetValues<Unit>())
            CommitPops(unit);
        Add(Unit.Compute, InstructionWords.Finish(layout));
    }

    private static int Direction(Unit from, Unit to) =>
        Math.Abs(to - from) == 1
            ? to - from
            : throw new VtaInputException($"there are no tokens from the {from.Name()} unit to the {to.Name()} unit; "
                + "only neighbours (load, compute, store) have them");

    private InstructionWord WithFlags(InstructionWord word, Dependencies flags) =>
        word with { Low = word.Low | ((ulong)flags << layout.Common.PopPrev.Offset) };

    private void Count(TokenQueues queue, int change) => balance[int.Log2((int)queue)] += change;

    private void CommitPops(Unit unit)
    {
        if (pendingPops[(int)unit] != Dependencies.None)
            AddNothing(unit);
    }

    /// <summary>A load or store of size zero.</summary>
    private void AddNothing(Unit unit)
    {
        var (opcode, memory) = unit switch
        {
            Unit.Load => (Opcode.Load, MemoryId.Inp),
            Unit.Compute => (Opcode.Load, MemoryId.Uop),
            _ => (Opcode.Store, MemoryId.Out),
        };
        Add(unit, new MemoryInstruction(opcode, Dependencies.None, memory, 0, 0, 0, 0, 0).Encode(layout));
    }
}
