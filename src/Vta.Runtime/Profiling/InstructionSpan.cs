using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Runtime.Profiling;

/// <summary>
/// The part of a unit's time that belongs to an instruction: from the end of the unit's instruction before to its own end. Every cycle of a unit belongs to one
/// instruction, or comes after its last.
/// </summary>
/// <param name="Index">The instruction's place in the launch.</param>
/// <param name="Word">The instruction.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Start">The first cycle, from the start of the launch.</param>
/// <param name="End">The cycle after the last.</param>
/// <param name="Cycles">What the unit did in them.</param>
public sealed record InstructionSpan(uint Index, InstructionWord Word, Unit Unit, long Start, long End, UnitCycles Cycles);
