namespace Vta.Isa.Launch;

/// <summary>What becomes of a unit's cycle. Each cycle of a run is one of these, for each unit.</summary>
public enum UnitActivity
{
    /// <summary>Something gets done: a step, elements moved, an instruction started or ended.</summary>
    Busy,

    /// <summary>An instruction is under way, and nothing gets done until memory answers or takes data.</summary>
    MemoryStalled,

    /// <summary>The next instruction needs a token, the last one room for its own, or FINISH the end of the other units.</summary>
    TokenStalled,

    /// <summary>No instruction is there yet, and the program still has some to hand out.</summary>
    InstructionStalled,

    /// <summary>No instruction is there, and none will come.</summary>
    Idle,
}
