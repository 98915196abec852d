namespace Vta.Hdl.Library.Axi;

/// <summary>The ends of a bus.</summary>
public enum AxiRole
{
    /// <summary>Asks.</summary>
    Master,

    /// <summary>Answers.</summary>
    Slave,
}
