using System.Globalization;
using System.Text.Json;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Isa.Programs;

/// <summary>Reads what a bundle says of its arguments.</summary>
internal sealed partial class ProgramBundleReader
{
    private const int MaxArgumentValues = 1 << 28;

    private List<ProgramArgument> Arguments(JsonElement root, IEnumerable<(LaunchRequest Launch, string Key)> launches)
    {
        var taken = launches.Select(pair => (pair.Key, Start: (long)pair.Launch.InstructionAddress,
            End: pair.Launch.InstructionAddress + (long)pair.Launch.InstructionCount * InstructionWord.Bytes)).ToList();
        var arguments = new List<ProgramArgument>();
        foreach (var (index, element) in Property(root, "arguments", "arguments", JsonValueKind.Array).EnumerateArray().Index())
        {
            var key = $"arguments[{index}]";
            var argument = Argument(element, key);
            if (arguments.Exists(other => other.Name == argument.Name))
                throw Error($"{key}.name", $"\"{argument.Name}\" is that of another argument");
            if (taken.Find(other => other.Start < argument.End && argument.Address < other.End) is { Key: { } other })
                throw Error(key, $"{argument} at 0x{argument.Address:x} overlaps {other}");
            arguments.Add(argument);
            taken.Add((argument.Name, argument.Address, argument.End));
        }
        return arguments;
    }

    private ProgramArgument Argument(JsonElement element, string key)
    {
        RequireKind(element, key, JsonValueKind.Object);
        var name = Text(element, "name", $"{key}.name");
        if (name.Length == 0)
            throw Error($"{key}.name", "is empty");
        if (name.Any(char.IsControl))
            throw Error($"{key}.name", $"\"{Printable.Of(name)}\" has control characters");
        var argument = new ProgramArgument(name, Role(element, key), Width(element, key), Shape(element, key), Address(element, key));
        return argument.End <= Dram.AddressLimit
            ? argument
            : throw Error(key, $"{argument} has {argument.Bytes} bytes; from address 0x{argument.Address:x} on they reach beyond 32-bit addresses");
    }

    private ArgumentRole Role(JsonElement element, string key) => Text(element, "role", $"{key}.role") switch
    {
        InputRole => ArgumentRole.Input,
        OutputRole => ArgumentRole.Output,
        var other => throw Error($"{key}.role", $"is \"{other}\"; allowed are \"{InputRole}\" and \"{OutputRole}\""),
    };

    private int Width(JsonElement element, string key)
    {
        var type = Text(element, "type", $"{key}.type");
        return type.StartsWith("int", StringComparison.Ordinal)
            && int.TryParse(type.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is >= 2 and <= 32
                ? width
                : throw Error($"{key}.type", $"is \"{type}\"; allowed are \"int2\" to \"int32\"");
    }

    private List<int> Shape(JsonElement element, string key)
    {
        var shape = new List<int>();
        long values = 1;
        foreach (var length in Property(element, "shape", $"{key}.shape", JsonValueKind.Array).EnumerateArray())
        {
            if (length.ValueKind != JsonValueKind.Number || !length.TryGetInt32(out var number) || number < 1)
                throw Error($"{key}.shape", $"has the length {length.GetRawText()}; allowed are whole numbers of at least 1");
            shape.Add(number);
            values *= number;
            if (values > MaxArgumentValues)
                throw Error($"{key}.shape", $"has more than {MaxArgumentValues} values");
        }
        return shape.Count > 0 ? shape : throw Error($"{key}.shape", "is empty");
    }

    /// <summary>How roles are written.</summary>
    internal const string InputRole = "input";

    /// <inheritdoc cref="InputRole"/>
    internal const string OutputRole = "output";
}
