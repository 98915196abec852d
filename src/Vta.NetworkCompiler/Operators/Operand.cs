using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler.Operators;

/// <summary>A tensor that an operator reads.</summary>
/// <param name="Tensor">The tensor; where it is another's under a new shape, that one.</param>
/// <param name="Layout">How it has to lie in memory.</param>
internal sealed record Operand(Tensor Tensor, IOperandLayout Layout);
