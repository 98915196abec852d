using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Runs networks in plain C#: what all other ways to run them are compared with.</summary>
public static class HostExecutor
{
    /// <summary>Runs a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The bytes of each of its inputs.</param>
    /// <param name="observe">Sees the bytes that each node made, as soon as they are there.</param>
    /// <returns>The bytes of each of its outputs.</returns>
    /// <exception cref="VtaInputException">There are other inputs than the network takes.</exception>
    public static IReadOnlyList<byte[]> Run(Network network, IReadOnlyList<byte[]> inputs, Action<Node, ReadOnlySpan<byte>>? observe = null)
    {
        var memory = Bind(network, inputs);
        var lastUse = LastUses(network);
        for (var index = 0; index < network.Nodes.Length; index++)
        {
            var node = network.Nodes[index];
            Run(node, memory, network.Rounding);
            observe?.Invoke(node, memory.Bytes(node.Output));
            foreach (var tensor in node.Inputs.Append(node.Output).Where(tensor => lastUse.GetValueOrDefault(tensor) <= index))
                memory.Release(tensor);
        }
        return [.. network.Outputs.Select(output => memory.Bytes(output).ToArray())];
    }

    /// <summary>Runs one node on values that are in memory.</summary>
    public static void Run(Node node, TensorMemory memory, RoundingRule rounding) => node.Accept(new NodeRunner(memory, rounding));

    /// <summary>Memory that holds the inputs of a network.</summary>
    /// <exception cref="VtaInputException">There are other inputs than the network takes.</exception>
    public static TensorMemory Bind(Network network, IReadOnlyList<byte[]> inputs)
    {
        var memory = new TensorMemory();
        if (inputs.Count != network.Inputs.Length)
            throw new VtaInputException($"{inputs.Count} inputs are given; the network takes {network.Inputs.Length}");
        for (var index = 0; index < inputs.Count; index++)
        {
            var tensor = network.Inputs[index];
            if (inputs[index].Length != tensor.Bytes)
            {
                throw new VtaInputException(
                    $"input {index} has {inputs[index].Length} bytes; {tensor.Shape} of {tensor.Type.Name()} are {tensor.Bytes}");
            }
            memory.Set(tensor, inputs[index]);
        }
        return memory;
    }

    // The index of the last node that needs a tensor; those that none needs may go at once.
    private static Dictionary<Tensor, int> LastUses(Network network)
    {
        var last = new Dictionary<Tensor, int>();
        for (var index = 0; index < network.Nodes.Length; index++)
        {
            foreach (var input in network.Nodes[index].Inputs)
                last[input] = index;
        }
        foreach (var output in network.Outputs)
            last[output] = network.Nodes.Length;
        return last;
    }
}
