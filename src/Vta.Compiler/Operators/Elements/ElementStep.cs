using Vta.Compiler.Commands;

namespace Vta.Compiler.Operators.Elements;

/// <summary>One operation on all elements of a tile.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Dst">The operand that it changes.</param>
/// <param name="Src">The other operand, or the parameters of a requantisation; of no meaning with an immediate.</param>
public readonly record struct ElementStep(KernelOperation Operation, int Dst, int Src = 0);
