using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>The fault status register: what went wrong, and which queues held tokens at FINISH.</summary>
/// <param name="Faults">The faults raised.</param>
/// <param name="Leftover">Queues that were not empty at FINISH.</param>
public readonly record struct FaultStatus(Faults Faults, TokenQueues Leftover)
{
    /// <summary>Bits of <see cref="Launch.Faults"/> in the register, from bit 0 on.</summary>
    public const int FaultBits = 5;

    /// <summary>First bit of the leftover mask in the register.</summary>
    public const int LeftoverShift = 8;

    public uint Encode() => (uint)Faults | ((uint)Leftover << LeftoverShift);

    public static FaultStatus Decode(uint register) => new(
        (Faults)(register & ((1 << FaultBits) - 1)),
        (TokenQueues)((register >> LeftoverShift) & ((1 << TokenQueue.Count) - 1)));
}
