using Vta.NetworkCompiler.Programs;
using Vta.Networks.Graph.Nodes;

namespace Vta.NetworkCompiler;

/// <summary>A node of the host, or a program of the accelerator.</summary>
/// <param name="Node">The node; null for a program.</param>
/// <param name="Program">The program; null for a node.</param>
internal sealed record CompiledStep(Node? Node, SegmentProgram? Program);
