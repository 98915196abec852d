namespace Vta.Isa.Programs;

/// <summary>What a part of a program is for, such as a layer of a network. It reaches to the next section, or to the end of the launch.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Launch">Its launch.</param>
/// <param name="Instruction">Its first instruction, by index in the launch.</param>
public sealed record ProgramSection(string Name, int Launch, uint Instruction);
