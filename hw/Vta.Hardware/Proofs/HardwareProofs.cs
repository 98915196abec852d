using Vta.Hardware.Bus;
using Vta.Hdl.Library.Proofs;

namespace Vta.Hardware.Proofs;

/// <summary>All proofs: those of the HDL's library and those of the accelerator.</summary>
public static class HardwareProofs
{
    /// <summary>Each by the name of the module that it proves.</summary>
    public static IReadOnlyDictionary<string, Func<Module>> For(VtaConfig config)
    {
        var bus = BusShape.Of(config);
        return new Dictionary<string, Func<Module>>(LibraryProofs.All)
        {
            ["TokenCounter"] = () => new TokenCounterProof(),
            ["RowBursts"] = () => new RowBurstsProof(bus),
            ["ReadArbiter"] = () => new ReadArbiterProof(bus),
            ["HostRegisters"] = () => new HostRegistersProof(config),
        };
    }
}
