using System.Text.Json.Nodes;
using Vta.Networks.Graph;

namespace Vta.Networks.Tests;

/// <summary>A model of <c>tests/models</c> with what its reference runtime made of some inputs.</summary>
internal sealed class GoldenModel(string name)
{
    /// <summary>The folder of the solution.</summary>
    internal static readonly string Repository = FindRepository();

    private static readonly string Folder = Path.Combine(Repository, "tests", "models");

    internal static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    internal static string PathOf(string name) => Path.Combine(Folder, name, "model.tflite");

    internal Network Network { get; } = ModelFile.Load(PathOf(name));

    /// <summary>The numbers of the inputs.</summary>
    internal IEnumerable<string> Inputs => Directory.GetFiles(Path.Combine(Folder, name), "*.input.bin")
        .Select(path => Path.GetFileName(path)[..2])
        .Order(StringComparer.Ordinal);

    internal byte[] Input(string input) => File.ReadAllBytes(Path.Combine(Folder, name, $"{input}.input.bin"));

    internal byte[] Output(string input) => File.ReadAllBytes(Path.Combine(Folder, name, $"{input}.output.bin"));

    /// <summary>What each operator gives for an input: operator number and SHA-256, in order.</summary>
    internal IEnumerable<(int Operator, string Hash)> TensorHashes(string input) => File
        .ReadLines(Path.Combine(Folder, name, "tensor_sha256.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Where(fields => fields[0] == input)
        .Select(fields => (int.Parse(fields[1]), fields[5]));

    /// <summary>Zero points, clamp, multipliers, shifts and biases of each operator.</summary>
    internal IEnumerable<JsonObject> Requantizations =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "requant.json")))!.AsArray().Select(each => each!.AsObject());

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Vta.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
