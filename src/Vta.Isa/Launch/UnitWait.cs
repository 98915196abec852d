using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>What a unit waits for when a run cannot go on; a pair of host registers per unit. Default: it waits for nothing.</summary>
/// <param name="Empty">Queues that its instruction pops from and that hold no token.</param>
/// <param name="Full">Queues that its instruction pushes into and that have no room.</param>
/// <param name="Drain">It runs FINISH, which waits for the load and store units.</param>
/// <param name="Instruction">Program index of the waiting instruction; 0 where nothing waits.</param>
public readonly record struct UnitWait(TokenQueues Empty, TokenQueues Full, bool Drain, uint Instruction)
{
    /// <summary>First bit of <see cref="Full"/> in the register; <see cref="Empty"/> starts at bit 0.</summary>
    public const int FullShift = 4;

    /// <summary>The bit of <see cref="Drain"/> in the register.</summary>
    public const int DrainBit = 8;

    /// <summary>Whether it waits at all.</summary>
    public bool IsWaiting => Empty != 0 || Full != 0 || Drain;

    /// <summary>The register that says what is waited for.</summary>
    public uint Encode() => (uint)Empty | ((uint)Full << FullShift) | (Drain ? 1u << DrainBit : 0);

    /// <param name="register">The register that says what is waited for.</param>
    /// <param name="instruction">The register with the instruction's index.</param>
    public static UnitWait Decode(uint register, uint instruction)
    {
        var queues = (1u << TokenQueue.Count) - 1;
        return new UnitWait(
            (TokenQueues)(register & queues),
            (TokenQueues)((register >> FullShift) & queues),
            (register >> DrainBit & 1) != 0,
            instruction);
    }
}
