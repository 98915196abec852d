using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.NetworkCompiler;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Profiling.Report;
using Vta.Runtime;
using Vta.Runtime.Profiling;

namespace Vta.Cli.Execution;

/// <summary>Runs what is to be profiled.</summary>
internal static class ProfileRunner
{
    /// <summary>Runs a program with the inputs that it brings.</summary>
    public static ProfileReport Run(CliHost host, ProgramBundle bundle, MemoryTiming timing) =>
        Progress.Show(host, $"{bundle.Name} on {Devices.Rtl}", _ => ProfileReport.Run(bundle, timing));

    /// <summary>Runs a network, on zeros where no inputs are given.</summary>
    /// <exception cref="VtaInputException">The network takes other inputs.</exception>
    public static ProfileReport Run(CliHost host, Network network, VtaConfig config, IReadOnlyList<byte[]> inputs, MemoryTiming timing) =>
        Progress.Show(host, $"{network.Name} on {Devices.Rtl}", report =>
        {
            report("compiling");
            var compiled = CompiledNetwork.Compile(network, config);
            using var device = new ProfilingDevice(config, timing);
            using var session = new NetworkSession(compiled, device);
            report("running");
            session.Run(inputs.Count > 0 ? inputs : [.. network.Inputs.Select(input => new byte[input.Bytes])]);
            return new ProfileReport(network.Name, config, compiled.Programs, device.Launches)
            {
                Host = [.. compiled.Layers.Where(layer => !layer.IsOnDevice && layer.Node is not Reshape).Select(layer => new HostNode($"{layer.Node.Origin}", layer.Remark))],
            };
        });
}
