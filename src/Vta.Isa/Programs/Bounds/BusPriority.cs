namespace Vta.Isa.Programs.Bounds;

/// <summary>Who goes first on the read bus of an ideal machine.</summary>
internal enum BusPriority
{
    /// <summary>Nobody: all share it evenly.</summary>
    None,

    /// <summary>Instructions.</summary>
    Fetch,

    /// <summary>The load unit.</summary>
    Load,

    /// <summary>Loads of the compute unit.</summary>
    Compute,
}
