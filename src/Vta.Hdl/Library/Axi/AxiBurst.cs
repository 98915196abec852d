namespace Vta.Hdl.Library.Axi;

/// <summary>Where the beats of a burst go.</summary>
public enum AxiBurst
{
    /// <summary>All to one address.</summary>
    Fixed,

    /// <summary>To rising addresses.</summary>
    Incrementing,

    /// <summary>To rising addresses, round within a block as large as the burst.</summary>
    Wrapping,
}
