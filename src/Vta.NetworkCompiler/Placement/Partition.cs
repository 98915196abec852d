using Vta.Isa;
using Vta.NetworkCompiler.Operators;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler.Placement;

/// <summary>
/// Where each node of a network runs, and in which steps. Neighbours on the accelerator are one program, as long as each finds its inputs where and how the one
/// before left them. A new shape is another name for a tensor; it takes a step of the host only where the host needs it.
/// </summary>
internal sealed class Partition
{
    private readonly Network network;
    private readonly bool separates;
    private readonly Values values = new();
    private readonly Dictionary<Node, Choice> choices = [];
    private readonly List<Step> steps = [];
    private readonly HashSet<Tensor> onHost = [];
    private readonly Dictionary<Tensor, Reshape> reshapes = [];
    private Segment current = new();

    private Partition(Network network, bool separates) => (this.network, this.separates) = (network, separates);

    /// <summary>The steps, in order.</summary>
    internal IReadOnlyList<Step> Steps => steps;

    /// <summary>The choice for a node.</summary>
    internal Choice this[Node node] => choices[node];

    /// <summary>Divides a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="config">The hardware.</param>
    /// <param name="separates">Whether each node gets a program of its own, and the host everything that is made.</param>
    internal static Partition Of(Network network, VtaConfig config, bool separates)
    {
        var partition = new Partition(network, separates);
        var chooser = new OperatorChooser(config, network.Rounding, partition.values);
        foreach (var node in network.Nodes)
            partition.Add(node, chooser);
        foreach (var output in network.Outputs)
            partition.Fetch(output);
        partition.Close();
        return partition;
    }

    /// <summary>Whether the host reads a tensor that the accelerator makes.</summary>
    internal bool IsFetched(Tensor tensor) => onHost.Contains(tensor);

    private void Add(Node node, OperatorChooser chooser)
    {
        var choice = chooser.Choose(node);
        choices.Add(node, choice);
        if (choice.Operator is { } deviceOperator)
            Add(deviceOperator);
        else if (node is Reshape reshape)
        {
            reshapes.Add(reshape.Output, reshape);
            values.Reshape(reshape);
            if (separates)
                Fetch(reshape.Output);
        }
        else
        {
            foreach (var input in node.Inputs)
                Fetch(input);
            steps.Add(new Step.OnHost(node));
        }
    }

    private void Add(DeviceOperator deviceOperator)
    {
        // What is fetched may close the segment that an operand before was found in.
        while (deviceOperator.Inputs.FirstOrDefault(operand => !current.Has(operand) && !onHost.Contains(operand.Tensor)) is { } missing)
            Fetch(missing.Tensor);
        current.Add(deviceOperator);
        values.Make(deviceOperator.Node.Output, deviceOperator.Output.Image);
        if (separates)
            Fetch(deviceOperator.Node.Output);
    }

    /// <summary>Makes the host have a tensor from the next step on.</summary>
    private void Fetch(Tensor tensor)
    {
        if (current.Makes(tensor))
            Close();
        if (reshapes.Remove(tensor, out var reshape))
        {
            Fetch(reshape.Input);
            steps.Add(new Step.OnHost(reshape));
        }
        onHost.Add(tensor);
    }

    private void Close()
    {
        if (current.Operators.Count > 0)
            steps.Add(new Step.OnDevice(current));
        current = new Segment();
    }
}
