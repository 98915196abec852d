using Vta.NetworkCompiler.Placement;
using Vta.Networks.Graph.Nodes;

namespace Vta.NetworkCompiler;

/// <summary>Where a node runs.</summary>
/// <param name="Node">The node.</param>
/// <param name="IsOnDevice">Whether the accelerator does it.</param>
/// <param name="Remark">How the accelerator does it, or why the host does.</param>
public sealed record Layer(Node Node, bool IsOnDevice, string Remark)
{
    internal static Layer Of(Node node, Choice choice) => new(node, choice.Operator is not null, choice.Operator?.Schedule ?? choice.Reason!);
}
