using Vta.Isa;
using Vta.Isa.Launch;
using Vta.NetworkCompiler.Programs;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Host;
using Vta.Runtime;
using Vta.Runtime.Programs;

namespace Vta.NetworkCompiler;

/// <summary>A network on a device, to be run many times. Weights and instructions are in its memory once. Not safe for concurrent use, as its device.</summary>
public sealed class NetworkSession : IDisposable
{
    private readonly CompiledNetwork compiled;
    private readonly List<(SegmentProgram Program, LoadedProgram Loaded)> programs = [];

    /// <param name="compiled">The network.</param>
    /// <param name="device">A device of its configuration.</param>
    /// <exception cref="VtaInputException">The device has another configuration, or no room.</exception>
    public NetworkSession(CompiledNetwork compiled, IDevice device)
    {
        this.compiled = compiled;
        try
        {
            foreach (var program in compiled.Steps.Select(step => step.Program).OfType<SegmentProgram>())
                programs.Add((program, device.Load(program.Bundle)));
        }
        catch (VtaInputException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A network on a device.</summary>
    /// <exception cref="VtaInputException">It is beyond what can be addressed, or the device has no room.</exception>
    public static NetworkSession Create(Network network, IDevice device) => new(CompiledNetwork.Compile(network, device.Config), device);

    /// <summary>Runs the network.</summary>
    /// <param name="inputs">The bytes of each input.</param>
    /// <param name="observe">Sees each node that the host ran or whose output it fetched, the bytes that it made, and what the accelerator counted for it.</param>
    /// <exception cref="VtaInputException">There are other inputs than the network takes.</exception>
    /// <exception cref="VtaFaultException">A program ended with a fault.</exception>
    public NetworkResult Run(IReadOnlyList<byte[]> inputs, NodeObserver? observe = null)
    {
        var network = compiled.Network;
        var memory = HostExecutor.Bind(network, inputs);
        LaunchStatistics? statistics = null;
        var loaded = 0;
        foreach (var step in compiled.Steps)
        {
            if (step.Node is { } node)
            {
                HostExecutor.Run(node, memory, network.Rounding);
                observe?.Invoke(node.Output, memory.Bytes(node.Output), null);
                continue;
            }
            var run = Run(programs[loaded++], memory, observe);
            statistics = statistics is null ? run : statistics + run;
        }
        return new NetworkResult([.. network.Outputs.Select(output => memory.Bytes(output).ToArray())], statistics);
    }

    /// <summary>Gives its memory back to the device.</summary>
    public void Dispose()
    {
        foreach (var (_, loaded) in programs)
            loaded.Dispose();
    }

    private static LaunchStatistics Run((SegmentProgram Program, LoadedProgram Loaded) step, TensorMemory memory, NodeObserver? observe)
    {
        var (program, loaded) = step;
        foreach (var (name, operand) in program.Inputs)
        {
            var bytes = new byte[operand.Layout.Bytes];
            operand.Layout.Pack(memory.Bytes(operand.Tensor), bytes);
            loaded.Set(name, bytes);
        }
        var statistics = loaded.Launch().Statistics;
        foreach (var (name, tensor, layout) in program.Outputs)
        {
            var bytes = new byte[tensor.Bytes];
            layout.Unpack(loaded.Get(name), bytes);
            memory.Set(tensor, bytes);
            observe?.Invoke(tensor, bytes, statistics);
        }
        return statistics;
    }
}
