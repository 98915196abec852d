namespace Vta.Isa.Launch;

/// <summary>What the host writes before a launch.</summary>
/// <param name="InstructionAddress">Byte address of the first instruction, a multiple of 16.</param>
/// <param name="InstructionCount">Instructions there; those after the first FINISH are not run.</param>
/// <param name="Bases">Base registers.</param>
public sealed record LaunchRequest(uint InstructionAddress, uint InstructionCount, BaseAddresses Bases = default);
