namespace Vta.Hdl.Ir;

/// <summary>What is written of a module that is described in Verilog elsewhere: an instance, and nothing else.</summary>
/// <param name="Parameters">Its parameters, with their values as Verilog.</param>
/// <param name="ClockPin">The name of its clock; null where it has none.</param>
/// <param name="ResetPin">The name of its reset; null where it has none.</param>
/// <param name="PinNames">The names of its other pins, in the order of the ports.</param>
/// <param name="Files">The Verilog that it is described in; empty where that is not at hand.</param>
/// <param name="HasModel">True where a description stands in for it in simulation.</param>
public sealed record ExternalModule(
    IReadOnlyList<(string Name, string Value)> Parameters,
    string? ClockPin,
    string? ResetPin,
    IReadOnlyList<string> PinNames,
    IReadOnlyList<string> Files,
    bool HasModel)
{
    /// <summary>True where simulators run the Verilog: nothing stands in for it.</summary>
    public bool RunsAsVerilog => !HasModel && Files.Count > 0;
}
