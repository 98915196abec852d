using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Programs;

/// <summary>An instruction of a launch, with the tokens that it moves.</summary>
/// <param name="Launch">Which launch of the program.</param>
/// <param name="Index">Its place in the launch.</param>
/// <param name="Word">What it is.</param>
/// <param name="Opcode">What it is called.</param>
/// <param name="Unit">Who runs it.</param>
/// <param name="Pops">The queues that it takes a token from.</param>
/// <param name="Pushes">The queues that it puts one into.</param>
internal sealed record Command(
    int Launch, uint Index, InstructionWord Word, Opcode Opcode, Unit Unit, TokenQueues Pops, TokenQueues Pushes);
