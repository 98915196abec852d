using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Host;

namespace Vta.Cli.Execution;

/// <summary>What came of a network on a target.</summary>
/// <param name="Target">What it ran on.</param>
/// <param name="Outputs">The bytes of each output.</param>
/// <param name="Difference">Where the outputs are not the expected ones; null where they are, or nothing is expected.</param>
internal sealed record NetworkRun(string Target, IReadOnlyList<byte[]> Outputs, string? Difference)
{
    /// <summary>The only target so far: plain C#.</summary>
    public const string HostTarget = "host";

    /// <summary>Runs a network in plain C#.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The bytes of each input.</param>
    /// <param name="expected">All output bytes, one output after the other; null where nothing is expected.</param>
    /// <param name="observe">Sees what each node makes.</param>
    /// <exception cref="VtaInputException">The inputs or expected outputs are of another size than the network's.</exception>
    public static NetworkRun OnHost(
        Network network, IReadOnlyList<byte[]> inputs, byte[]? expected, Action<Node, ReadOnlySpan<byte>> observe)
    {
        var outputs = HostExecutor.Run(network, inputs, observe);
        return new(HostTarget, outputs, expected is null ? null : Compare([.. outputs.SelectMany(bytes => bytes)], expected));
    }

    private static string? Compare(byte[] actual, byte[] expected)
    {
        if (actual.Length != expected.Length)
            throw new VtaInputException($"has {expected.Length} bytes; the network gives {actual.Length}", "--compare");
        var differing = Enumerable.Range(0, actual.Length).Where(at => actual[at] != expected[at]).ToList();
        return differing is not [var first, ..]
            ? null
            : $"{differing.Count} of {actual.Length} bytes differ, first byte {first}: {(sbyte)actual[first]}, expected {(sbyte)expected[first]}";
    }
}
