namespace Vta.Runtime.Axi;

/// <summary>Values of RRESP and BRESP.</summary>
internal static class AxiResponse
{
    public const byte Okay = 0;
    public const byte SlaveError = 2;
}
