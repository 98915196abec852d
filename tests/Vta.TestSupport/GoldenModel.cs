using System.Text.Json.Nodes;
using Vta.Networks;
using Vta.Networks.Graph;

namespace Vta.TestSupport;

/// <summary>A model of <c>tests/models</c> with what its reference runtime made of some inputs.</summary>
public sealed class GoldenModel(string name)
{
    private static readonly string Folder = Path.Combine(GoldenFile.Repository, "tests", "models");

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static string PathOf(string name) => Path.Combine(Folder, name, "model.tflite");

    public Network Network { get; } = ModelFile.Load(PathOf(name));

    /// <summary>The numbers of the inputs.</summary>
    public IEnumerable<string> Inputs => Directory.GetFiles(Path.Combine(Folder, name), "*.input.bin")
        .Select(path => Path.GetFileName(path)[..2])
        .Order(StringComparer.Ordinal);

    public byte[] Input(string input) => File.ReadAllBytes(Path.Combine(Folder, name, $"{input}.input.bin"));

    public byte[] Output(string input) => File.ReadAllBytes(Path.Combine(Folder, name, $"{input}.output.bin"));

    /// <summary>What each operator gives for an input: operator number and SHA-256, in order.</summary>
    public IEnumerable<(int Operator, string Hash)> TensorHashes(string input) => File
        .ReadLines(Path.Combine(Folder, name, "tensor_sha256.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Where(fields => fields[0] == input)
        .Select(fields => (int.Parse(fields[1]), fields[5]));

    /// <summary>Zero points, clamp, multipliers, shifts and biases of each operator.</summary>
    public IEnumerable<JsonObject> Requantizations =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "requant.json")))!.AsArray().Select(each => each!.AsObject());
}
