using System.Globalization;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.NetworkCompiler;
using Vta.Networks.Graph;

namespace Vta.Cli.Execution;

/// <summary>The programs of a network as bundles on disk.</summary>
internal sealed class NetworkFolder(Network network, VtaConfig config)
{
    /// <summary>Compiles the network and writes its programs: one as the folder itself, several as folders in it, numbered in the order in which they run.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="inputs">The bytes of each input of the network, for programs with values; null for programs to be called with any.</param>
    /// <exception cref="VtaInputException">The accelerator does nothing of the network, inputs do not fit it, or the folder cannot be written.</exception>
    public IReadOnlyList<(string Path, ProgramBundle Bundle)> Write(string folder, IReadOnlyList<byte[]>? inputs)
    {
        var compiled = CompiledNetwork.Compile(network, config);
        IReadOnlyList<ProgramBundle> programs = inputs is null ? [.. compiled.Programs] : NetworkBundles.WithValues(compiled, inputs);
        if (programs.Count == 0)
            throw new VtaInputException($"nothing of {network.Name} runs on {config.Bitstream}: {compiled.Layers[0].Remark}; vta inspect says so of each node");
        List<(string Path, ProgramBundle Bundle)> written =
            [.. programs.Select((program, index) => (programs.Count == 1 ? folder : Path.Combine(folder, index.ToString(CultureInfo.InvariantCulture)), program))];
        foreach (var (path, program) in written)
            program.Save(path);
        return written;
    }
}
