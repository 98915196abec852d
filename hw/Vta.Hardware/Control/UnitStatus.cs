using Vta.Isa.Instructions;

namespace Vta.Hardware.Control;

/// <summary>What a unit tells the rest of the core.</summary>
internal sealed class UnitStatus : Bundle
{
    /// <summary>An instruction is over: its effects are visible and its tokens pushed.</summary>
    public readonly Bool Retires = Field(Bool());

    /// <summary>Dependency queues, one bit each, that the first instruction needs a token from and that are empty.</summary>
    public readonly UInt Empty = Field(UInt(TokenQueue.Count));

    /// <summary>Dependency queues that the oldest instruction under way is to push to and that are full.</summary>
    public readonly UInt Full = Field(UInt(TokenQueue.Count));

    /// <summary>FINISH waits for the other units.</summary>
    public readonly Bool Drains = Field(Bool());

    /// <summary>Nothing happens, and nothing will until a token comes or goes (or the other units run empty).</summary>
    public readonly Bool Waits = Field(Bool());

    /// <summary>Program index of the instruction that waits.</summary>
    public readonly UInt WaitIndex = Field(UInt(ProgramIndex.Width));

    /// <summary>Something gets done in this cycle: a step, elements moved, an instruction started or ended.</summary>
    public readonly Bool Works = Field(Bool());

    /// <summary>Some instruction is under way. One that neither works nor waits for room for its tokens waits for memory.</summary>
    public readonly Bool IsUnderWay = Field(Bool());

    public static readonly BundleType<UnitStatus> Type = BundleOf(() => new UnitStatus());
}
