namespace Vta.Simulator.Units;

/// <summary>How far a unit's first instruction is.</summary>
internal enum Progress
{
    /// <summary>Its tokens are not taken yet.</summary>
    Waiting,

    /// <summary>Tokens are taken; a FINISH that waits for the other units stays here.</summary>
    Started,

    /// <summary>Its work is done, its tokens are not given yet.</summary>
    Executed,
}
