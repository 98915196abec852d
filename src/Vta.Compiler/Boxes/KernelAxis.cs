using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Boxes;

/// <summary>One axis of a kernel: how often it runs, at most, and what an iteration adds to the indices.</summary>
/// <param name="Extent">Iterations.</param>
/// <param name="Most">The most iterations there are in any tile; orders the axes.</param>
/// <param name="Dst">Accumulators.</param>
/// <param name="Src">Inputs, or accumulators for the ALU.</param>
/// <param name="Wgt">Weights.</param>
internal readonly record struct KernelAxis(Expr Extent, int Most, Expr Dst, Expr Src, Expr Wgt);
