using Vta.Isa.Instructions;

namespace Vta.Isa.Documentation;

/// <summary>A layout of fields.</summary>
/// <param name="Names">What is laid out so.</param>
/// <param name="Bits">All its bits; those of no field are ignored.</param>
/// <param name="Fields">Its fields, in the order of their bits.</param>
public sealed record Format(IReadOnlyList<string> Names, int Bits, IReadOnlyList<InstructionField> Fields);
