using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.NetworkCompiler;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Runtime;

namespace Vta.Cli.Execution;

/// <summary>Runs a network on targets, every time on a new device.</summary>
/// <param name="host">Shown what is running.</param>
/// <param name="network">The network.</param>
/// <param name="config">What accelerators are built for.</param>
/// <param name="options">How targets are simulated.</param>
/// <param name="separates">Whether each node is a program of its own.</param>
internal sealed class NetworkRunner(CliHost host, Network network, VtaConfig config, DeviceOptions options, bool separates)
{
    private readonly Lazy<CompiledNetwork> compiled = new(() => CompiledNetwork.Compile(network, config, separates));

    /// <summary>Runs the network.</summary>
    /// <param name="target">The host, or a target of devices.</param>
    /// <param name="inputs">The bytes of each input.</param>
    /// <param name="expected">All output bytes, one output after the other; null where nothing is expected.</param>
    /// <exception cref="VtaInputException">The inputs are of another size than the network's.</exception>
    public NetworkRun Run(string target, IReadOnlyList<byte[]> inputs, byte[]? expected)
    {
        if (target == NetworkRun.Host)
            return OnHost(inputs, expected);
        if (Devices.Obstacle(target) is { } obstacle)
            return new NetworkRun(target, new RunFailure(obstacle, ExitCode.CheckFailed) { IsUnavailable = true });
        return Progress.Show(host, $"{network.Name} on {target}", report => OnDevice(target, inputs, expected, report));
    }

    private NetworkRun OnHost(IReadOnlyList<byte[]> inputs, byte[]? expected)
    {
        var made = new Dictionary<Tensor, byte[]>();
        var outputs = HostExecutor.Run(network, inputs, (node, bytes) =>
        {
            if (separates) made.Add(node.Output, bytes.ToArray());
        });
        return Checked(NetworkRun.Host, outputs, expected) with { Made = made };
    }

    private NetworkRun OnDevice(string target, IReadOnlyList<byte[]> inputs, byte[]? expected, Action<string> report)
    {
        // One of the targets writes the waveform.
        var traceFile = Devices.WaveformFiles(target).Count > 0 ? options.TraceFile : null;
        report("compiling");
        var layers = compiled.Value.Layers;
        using var device = Devices.Create(target, config, options with { TraceFile = traceFile, Report = report });
        using var session = new NetworkSession(compiled.Value, device);
        report("running");
        var (made, cycles) = (new Dictionary<Tensor, byte[]>(), new Dictionary<Tensor, long>());
        try
        {
            var result = session.Run(inputs, (tensor, bytes, statistics) =>
            {
                if (!separates) return;
                made[tensor] = bytes.ToArray();
                if (statistics?.CycleCount is { } count) cycles[tensor] = count;
            });
            var run = Checked(target, result.Outputs, expected);
            if (run.Failure is { } failure)
                run = run with { Failure = failure with { Message = $"{failure.Message}; {FirstDifference(target, inputs)}" } };
            return run with { Made = made, Cycles = cycles, Layers = layers, Statistics = result.Statistics };
        }
        catch (VtaFaultException fault)
        {
            return new NetworkRun(target, RunFailure.Of(fault)) { Layers = layers, Statistics = fault.Result.Statistics };
        }
    }

    /// <summary>The first node whose output is not that of plain C#, in words.</summary>
    private string FirstDifference(string target, IReadOnlyList<byte[]> inputs)
    {
        var right = new Dictionary<Tensor, byte[]>();
        HostExecutor.Run(network, inputs, (node, bytes) => right.Add(node.Output, bytes.ToArray()));
        string? found = null;
        using var device = Devices.Create(target, config, options with { TraceFile = null });
        using var session = new NetworkSession(CompiledNetwork.Compile(network, config, separates: true), device);
        session.Run(inputs, (tensor, bytes, _) =>
        {
            var same = bytes.CommonPrefixLength(right[tensor]);
            if (found is null && same < bytes.Length)
                found = $"the first layer that differs from plain C# is {network.Nodes.Single(node => node.Output == tensor).Origin}, element {same}: {(sbyte)bytes[same]}, expected {(sbyte)right[tensor][same]}";
        });
        return found ?? "every layer is as in plain C#";
    }

    private static NetworkRun Checked(string target, IReadOnlyList<byte[]> outputs, byte[]? expected)
    {
        var difference = NetworkRun.Difference(outputs, expected);
        return new NetworkRun(target, difference is null ? null : new RunFailure(difference, ExitCode.CheckFailed))
        {
            IsChecked = expected is not null,
            Outputs = outputs,
        };
    }
}
