using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Boxes;

/// <summary>One axis of a box of elements in DRAM.</summary>
/// <param name="Extent">Elements of the box along it.</param>
/// <param name="Stride">Elements of DRAM from one to the next.</param>
/// <param name="IsWhole">Whether the box takes all there is along it, so that it may be one with the axis outside.</param>
public readonly record struct DmaAxis(Expr Extent, int Stride, bool IsWhole);
