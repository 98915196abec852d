using Vta.Compiler.LoopIr;

namespace Vta.Compiler.TensorExpressions;

/// <summary>How a tensor is computed: for each of its axes' indices, the value of an expression.</summary>
/// <param name="Axis">Its axes.</param>
/// <param name="ReduceAxis">The axes that its body reduces.</param>
/// <param name="Body">The value; a <see cref="ReduceExpr"/> or an expression without one.</param>
public sealed record ComputeOperation(IReadOnlyList<IterVar> Axis, IReadOnlyList<IterVar> ReduceAxis, Expr Body);
