using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Simulator.Units;

/// <summary>The faults of a run.</summary>
internal sealed class FaultLog
{
    private uint first = uint.MaxValue;

    internal Faults Faults { get; private set; }

    internal TokenQueues Leftover { get; private set; }

    /// <summary>The least index of an instruction that raised a fault; 0 where none did.</summary>
    internal uint FirstInstruction => first == uint.MaxValue ? 0 : first;

    internal void Clear() => (Faults, Leftover, first) = (Faults.None, TokenQueues.None, uint.MaxValue);

    /// <summary>Raises a fault for an instruction, where <paramref name="condition"/> holds.</summary>
    internal void Raise(Faults fault, uint instruction, bool condition = true)
    {
        if (!condition)
            return;
        Faults |= fault;
        first = Math.Min(first, instruction);
    }

    internal void RaiseTokens(TokenQueues leftover, uint instruction)
    {
        Leftover = leftover;
        Raise(Faults.Tokens, instruction, leftover != TokenQueues.None);
    }

    /// <summary>A deadlock names no instruction of its own.</summary>
    internal void RaiseDeadlock() => Faults |= Faults.Deadlock;
}
