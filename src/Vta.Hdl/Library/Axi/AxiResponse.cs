namespace Vta.Hdl.Library.Axi;

/// <summary>How an access went, in the codes of RRESP and BRESP.</summary>
public enum AxiResponse
{
    /// <summary>Well.</summary>
    Okay,

    /// <summary>Well, and exclusively.</summary>
    ExclusiveOkay,

    /// <summary>The slave has an error.</summary>
    SlaveError,

    /// <summary>There is no slave at the address.</summary>
    DecodeError,
}
