using Vta.Networks.Graph.Nodes;

namespace Vta.NetworkCompiler.Placement;

/// <summary>What is done next when a network runs.</summary>
internal abstract record Step
{
    /// <summary>The host runs a node.</summary>
    internal sealed record OnHost(Node Node) : Step;

    /// <summary>The accelerator runs a program.</summary>
    internal sealed record OnDevice(Segment Segment) : Step;
}
