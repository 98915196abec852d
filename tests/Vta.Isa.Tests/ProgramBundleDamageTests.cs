using System.Text.Json.Nodes;
using CsCheck;
using Vta.Isa.Programs;

namespace Vta.Isa.Tests;

/// <summary>Bundles damaged at random: each is read, or refused as bad input. Nothing else is thrown, and no bundle takes much memory.</summary>
public sealed class ProgramBundleDamageTests
{
    private const int MaxAllocatedBytes = 32 << 20;

    private static readonly string[] Sources = ["tvm-gemm-1", "tvm-2x16-alu-1", "onera-lenet5-layer2"];

    private static readonly string?[] Values =
    [
        null, "null", "true", "\"\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"..\"", "\".\"", "[]", "{}", "[[]]", "-1", "0", "1", "0.5", "1e400", "4294967295",
        "4294967296", "9223372036854775807", "\"program.json\"", "{\"file\": \"mem0.bin\", \"address\": 0, \"bytes\": 1e18}",
    ];

    // Bytes of a file: cut, one bit flipped, some inserted.
    private static readonly Gen<Action<string>> DamagedFile = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 2], Gen.Double[0, 1], Gen.Byte.Array[1, 20]).Select(
        (file, kind, place, bytes) => (Action<string>)(folder =>
        {
            var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
            var path = files[file % files.Count];
            var content = File.ReadAllBytes(path);
            var at = (int)(place * content.Length);
            File.WriteAllBytes(path, kind switch
            {
                0 => content[..at],
                1 when at < content.Length => [.. content[..at], (byte)(content[at] ^ (1 << (bytes[0] & 7))), .. content[(at + 1)..]],
                _ => [.. content[..at], .. bytes, .. content[at..]],
            });
        }));

    // A value of program.json: another in its place, or none.
    private static readonly Gen<Action<string>> DamagedValue = Gen.Select(Gen.Int[0, 999], Gen.Int[0, Values.Length - 1]).Select(
        (index, choice) => (Action<string>)(folder =>
        {
            var value = Values[choice];
            var path = Path.Combine(folder, ProgramBundle.FileName);
            var root = JsonNode.Parse(File.ReadAllText(path))!;
            var nodes = Descendants(root).ToList();
            var node = nodes[index % nodes.Count];
            var marked = $"\"{Guid.NewGuid():N}\"";
            if (value is null)
                Remove(node);
            else
                node.ReplaceWith(JsonNode.Parse(marked));
            File.WriteAllText(path, root.ToJsonString().Replace(marked, value, StringComparison.Ordinal));
        }));

    [Fact]
    public void A_damaged_bundle_is_read_or_refused()
    {
        var refused = 0;
        Gen.Select(Gen.Int[0, Sources.Length - 1], Gen.OneOf(DamagedFile, DamagedValue)).Sample(
            (source, damage) => Interlocked.Add(ref refused, IsRefused(Sources[source], damage) ? 1 : 0), iter: 250);
        refused.Should().BeGreaterThan(80, "most of what is damaged cannot be read");
    }

    private static bool IsRefused(string source, Action<string> damage)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.Program(source)))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        damage(folder.Path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            ProgramBundle.Load(folder.Path);
            return false;
        }
        catch (VtaInputException exception)
        {
            exception.Line.Any(char.IsControl).Should().BeFalse("messages are one line: {0}", exception.Line);
            return true;
        }
        finally
        {
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MaxAllocatedBytes);
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject keys => keys.SelectMany(pair => Descendants(pair.Value!).Prepend(pair.Value!)),
        JsonArray items => items.SelectMany(item => Descendants(item!).Prepend(item!)),
        _ => [],
    };

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject keys)
            keys.Remove(node.GetPropertyName());
        else
            node.Parent!.AsArray().Remove(node);
    }
}
