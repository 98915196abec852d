using Vta.Isa;
using Vta.Isa.Launch;
using Vta.NetworkCompiler;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Tensors;
using Vta.Runtime;

namespace Vta.Cli.Execution;

/// <summary>What came of a network on a target.</summary>
/// <param name="Target">What it ran on.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
internal sealed record NetworkRun(string Target, RunFailure? Failure)
{
    /// <summary>The target that is plain C#.</summary>
    public const string Host = "host";

    /// <summary>All targets.</summary>
    public static IReadOnlyList<string> Targets { get; } = [Host, .. Devices.Targets];

    /// <summary>Whether the outputs were compared with expected ones.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The bytes of each output.</summary>
    public IReadOnlyList<byte[]> Outputs { get; init; } = [];

    /// <summary>The bytes of what nodes made, where each is a program of its own or the host ran all.</summary>
    public IReadOnlyDictionary<Tensor, byte[]> Made { get; init; } = new Dictionary<Tensor, byte[]>();

    /// <summary>The cycles of a node that was a program of its own, by its output.</summary>
    public IReadOnlyDictionary<Tensor, long> Cycles { get; init; } = new Dictionary<Tensor, long>();

    /// <summary>Where each node ran; empty where the host ran all.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>What was counted; null when nothing ran on an accelerator.</summary>
    public LaunchStatistics? Statistics { get; init; }

    /// <summary>Checks the size of what is expected.</summary>
    /// <exception cref="VtaInputException">The network gives another number of bytes.</exception>
    public static void RequireExpected(Network network, byte[]? expected)
    {
        var bytes = network.Outputs.Sum(output => output.Bytes);
        if (expected is not null && expected.Length != bytes)
            throw new VtaInputException($"has {expected.Length} bytes; the network gives {bytes}", "--compare");
    }

    /// <summary>Where outputs are not the expected ones; null where they are, or nothing is expected.</summary>
    public static string? Difference(IReadOnlyList<byte[]> outputs, byte[]? expected)
    {
        if (expected is null)
            return null;
        byte[] actual = [.. outputs.SelectMany(bytes => bytes)];
        var differing = Enumerable.Range(0, actual.Length).Where(at => actual[at] != expected[at]).ToList();
        return differing is not [var first, ..]
            ? null
            : $"{differing.Count} of {actual.Length} bytes differ, first byte {first}: {(sbyte)actual[first]}, expected {(sbyte)expected[first]}";
    }
}
