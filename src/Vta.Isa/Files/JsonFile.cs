using System.Text;
using System.Text.Json;

namespace Vta.Isa.Files;

/// <summary>Reads JSON files that a user named. Comments, commas after the last value and a byte order mark are accepted.</summary>
internal static class JsonFile
{
    /// <summary>What such a file may hold at most; the largest bundles stay far below.</summary>
    private const int MaxBytes = 1 << 24;

    /// <summary>How to parse what <see cref="Read"/> gives.</summary>
    internal static readonly JsonDocumentOptions DocumentOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The text of a file as UTF-8, without a byte order mark: one JSON value, all of its texts readable, no key twice in an object.</summary>
    /// <exception cref="VtaInputException">The file cannot be read, or is not such a text.</exception>
    internal static byte[] Read(string path)
    {
        var content = InputFile.ReadAllBytes(path, MaxBytes);
        if (content.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            Check(content, path);
            return content;
        }
        catch (JsonException exception)
        {
            throw JsonFault.Describe(exception, path);
        }
    }

    /// <summary>The line, counted from 1, of a key of the outermost object; null where there is none.</summary>
    internal static int? LineOfKey(ReadOnlySpan<byte> json, string key)
    {
        var reader = new Utf8JsonReader(json, Options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1
                && string.Equals(reader.GetString(), key, StringComparison.OrdinalIgnoreCase))
                return Line(json, reader);
        }
        return null;
    }

    private static void Check(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json, Options);
        var keys = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keys.Push(new(StringComparer.OrdinalIgnoreCase));
                    break;
                case JsonTokenType.EndObject:
                    keys.Pop();
                    break;
                case JsonTokenType.PropertyName when Text(json, reader, path) is var key && !keys.Peek().Add(key):
                    throw new VtaInputException("the key is given twice; upper and lower case are the same", $"{path}:{Line(json, reader)}: {key}");
                case JsonTokenType.String:
                    Text(json, reader, path);
                    break;
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> json, in Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new VtaInputException("not valid JSON: a text is not Unicode", $"{path}:{Line(json, reader)}");
        }
    }

    private static int Line(ReadOnlySpan<byte> json, in Utf8JsonReader reader) => 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
}
