using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler;

/// <summary>Sees what a node made.</summary>
/// <param name="tensor">Its output.</param>
/// <param name="bytes">The output's bytes.</param>
/// <param name="statistics">What the accelerator counted in the program that ended with it; null for a node of the host.</param>
public delegate void NodeObserver(Tensor tensor, ReadOnlySpan<byte> bytes, LaunchStatistics? statistics);
