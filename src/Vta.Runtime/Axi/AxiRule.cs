namespace Vta.Runtime.Axi;

/// <summary>Words for broken rules of the bus.</summary>
internal static class AxiRule
{
    public static HardwareException Broken(long cycle, string what) => new($"the accelerator breaks the AXI protocol in cycle {cycle}: {what}");
}
