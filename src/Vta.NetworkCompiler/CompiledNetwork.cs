using Vta.Isa;
using Vta.Isa.Programs;
using Vta.NetworkCompiler.Placement;
using Vta.NetworkCompiler.Programs;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;

namespace Vta.NetworkCompiler;

/// <summary>A network for one configuration: programs of the accelerator, and nodes that the host runs between them.</summary>
public sealed class CompiledNetwork
{
    private CompiledNetwork(Network network, VtaConfig config, Partition partition)
    {
        (Network, Config) = (network, config);
        Layers = [.. network.Nodes.Select(node => Layer.Of(node, partition[node]))];
        Steps = [.. partition.Steps.Select(step => step is Step.OnDevice device
            ? new CompiledStep(null, SegmentProgram.Compile(config, network.Name, device.Segment, partition.IsFetched))
            : new CompiledStep(((Step.OnHost)step).Node, null))];
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>The hardware.</summary>
    public VtaConfig Config { get; }

    /// <summary>Where each node runs, in the order of the network.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>The programs, in the order in which they run.</summary>
    public IEnumerable<ProgramBundle> Programs => Steps.Select(step => step.Program?.Bundle).OfType<ProgramBundle>();

    /// <summary>What is done, in order.</summary>
    internal IReadOnlyList<CompiledStep> Steps { get; }

    /// <summary>Where each node of a network would run, in the order of the network.</summary>
    public static IReadOnlyList<Layer> Place(Network network, VtaConfig config)
    {
        var partition = Partition.Of(network, config, separates: false);
        return [.. network.Nodes.Select(node => Layer.Of(node, partition[node]))];
    }

    /// <summary>Compiles a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="config">The hardware; without its extensions (<see cref="VtaConfig.Extensions"/>) most nodes run on the host.</param>
    /// <param name="separates">Whether each node gets a program of its own, so that all that is made can be seen, and cycles be counted by node.</param>
    /// <exception cref="VtaInputException">It is beyond what can be addressed.</exception>
    public static CompiledNetwork Compile(Network network, VtaConfig config, bool separates = false) =>
        new(network, config, Partition.Of(network, config, separates));
}
