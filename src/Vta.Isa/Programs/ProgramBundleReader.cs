using System.Text.Json;
using Vta.Isa.Files;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Isa.Programs;

/// <summary>Reads a bundle and checks it; every mistake is shown with its file and key.</summary>
internal sealed partial class ProgramBundleReader
{
    private const int Sha256Digits = 64;

    private readonly string folder;
    private readonly string file;
    private readonly ProgramFileReader files;

    internal ProgramBundleReader(string path)
    {
        FileName.Require(path);
        file = Path.GetFileName(path) == ProgramBundle.FileName ? path : Path.Combine(path, ProgramBundle.FileName);
        folder = Path.GetDirectoryName(file)!;
        files = new(folder);
    }

    internal ProgramBundle Read()
    {
        using var document = JsonDocument.Parse(JsonFile.Read(file), JsonFile.DocumentOptions);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw Error(null, "is not a JSON object");
        var format = Text(root, "format", "format");
        if (format != ProgramBundle.Format)
            throw Error("format", $"unknown format \"{format}\"; known is \"{ProgramBundle.Format}\"");
        var launches = Launches(root);
        var memory = Segments(root, "memory");
        foreach (var (launch, key) in launches)
            RequireInstructions(launch, memory, key);
        return new ProgramBundle
        {
            Name = Printable.Of(root.TryGetProperty("name", out _) ? Text(root, "name", "name") : Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))!)),
            Config = Config(root),
            Launches = [.. launches.Select(pair => pair.Launch)],
            Memory = memory,
            Expected = root.TryGetProperty("expected", out _) ? Expected(root) : [],
            Arguments = root.TryGetProperty("arguments", out _) ? Arguments(root, launches) : [],
            Sections = root.TryGetProperty("sections", out _) ? Sections(root, [.. launches.Select(pair => pair.Launch)]) : [],
        };
    }

    private VtaConfig Config(JsonElement root)
    {
        var config = Property(root, "config", "config", JsonValueKind.Object);
        var keys = config.EnumerateObject().Select(property => new KeyValuePair<string, string?>(
            property.Name, property.Value.ValueKind == JsonValueKind.Null ? null : property.Value.ToString()));
        return VtaConfig.FromKeys(keys, $"{file}: config");
    }

    private List<(LaunchRequest Launch, string Key)> Launches(JsonElement root)
    {
        var hasMany = root.TryGetProperty("launches", out _);
        var hasOne = root.TryGetProperty("instructions", out var instructions);
        if (!hasMany && !hasOne)
            throw Error(null, "has neither \"instructions\" nor \"launches\"");
        if (hasMany && hasOne)
            throw Error(null, "has both \"instructions\" and \"launches\"; one of them is allowed");
        if (hasOne)
            return [(Launch(instructions, "instructions"), "instructions")];
        var launches = Property(root, "launches", "launches", JsonValueKind.Array).EnumerateArray()
            .Select((element, index) => (Launch(element, $"launches[{index}]"), $"launches[{index}]")).ToList();
        return launches.Count > 0 ? launches : throw Error("launches", "is empty");
    }

    private LaunchRequest Launch(JsonElement element, string key)
    {
        RequireKind(element, key, JsonValueKind.Object);
        var address = Address(element, key);
        var count = Number(element, "count", $"{key}.count", 1, uint.MaxValue);
        LaunchValidation.Program(address, count, Where(key));
        return new LaunchRequest(address, (uint)count);
    }

    /// <summary>What is expected: a list of nothing would be taken for a check, and is none.</summary>
    private List<MemorySegment> Expected(JsonElement root) => Segments(root, "expected") is { Count: > 0 } expected
        ? expected
        : throw Error("expected", "is empty; where nothing is expected, it is left out");

    private List<MemorySegment> Segments(JsonElement root, string key) =>
        [.. Property(root, key, key, JsonValueKind.Array).EnumerateArray().Select((element, index) => Segment(element, $"{key}[{index}]"))];

    private MemorySegment Segment(JsonElement element, string key)
    {
        RequireKind(element, key, JsonValueKind.Object);
        var name = Text(element, "file", $"{key}.file");
        if (name.Length == 0 || Path.GetFileName(name) != name || name.Any(char.IsControl))
            throw Error($"{key}.file", $"\"{name}\" is not a file of the bundle's folder");
        var address = Address(element, key);
        var data = files.Read(name, address, Bytes(element, address, key), Sha256(element, key));
        return data.Length > 0
            ? new MemorySegment(name, address, data)
            : throw new VtaInputException("is empty", Path.Combine(folder, name));
    }

    private long? Bytes(JsonElement element, uint address, string key) => element.TryGetProperty("bytes", out _)
        ? Number(element, "bytes", $"{key}.bytes", 1, Dram.AddressLimit - address)
        : null;

    private string? Sha256(JsonElement element, string key)
    {
        if (!element.TryGetProperty("sha256", out _))
            return null;
        var text = Text(element, "sha256", $"{key}.sha256");
        return text.Length == Sha256Digits && text.All(char.IsAsciiHexDigit)
            ? text
            : throw Error($"{key}.sha256", $"is \"{text}\"; it has to be {Sha256Digits} hexadecimal digits");
    }

    /// <summary>All instructions have to be in the bundle: one that is missing would run as zeros.</summary>
    private void RequireInstructions(LaunchRequest launch, List<MemorySegment> memory, string key)
    {
        long next = launch.InstructionAddress;
        var end = next + (long)launch.InstructionCount * InstructionWord.Bytes;
        MemorySegment? last = null;
        while (next < end)
        {
            var position = next;
            if (memory.Where(segment => segment.Address <= position && segment.End > position).MaxBy(segment => segment.End) is not { } segment)
            {
                var held = (next - launch.InstructionAddress) / InstructionWord.Bytes;
                throw last is null
                    ? Error(key, $"no file of \"memory\" holds address 0x{next:x}, where the instructions begin")
                    : Error(key, $"{last.File} ends after {held} of {launch.InstructionCount} instructions");
            }
            last = segment;
            next = segment.End;
        }
    }

    private uint Address(JsonElement element, string key) => (uint)Number(element, "address", $"{key}.address", 0, uint.MaxValue);

    private long Number(JsonElement element, string name, string key, long minimum, long maximum)
    {
        var value = Property(element, name, key, JsonValueKind.Number);
        if (!value.TryGetInt64(out var number) || number < minimum || number > maximum)
            throw Error(key, $"is {value.GetRawText()}; allowed are whole numbers from {minimum} to {maximum}");
        return number;
    }

    private string Text(JsonElement element, string name, string key) => Property(element, name, key, JsonValueKind.String).GetString()!;

    private JsonElement Property(JsonElement element, string name, string key, JsonValueKind kind)
    {
        if (!element.TryGetProperty(name, out var value))
            throw Error(key, "is missing");
        RequireKind(value, key, kind);
        return value;
    }

    private void RequireKind(JsonElement value, string key, JsonValueKind kind)
    {
        if (value.ValueKind != kind)
            throw Error(key, $"is {KindName(value.ValueKind)}; it has to be {KindName(kind)}");
    }

    private static string KindName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private string Where(string? key) => key is null ? file : $"{file}: {key}";

    private VtaInputException Error(string? key, string message) => new(message, Where(key));
}
