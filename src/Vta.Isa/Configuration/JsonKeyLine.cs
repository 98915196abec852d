using System.Text.Json;

namespace Vta.Isa;

/// <summary>Finds the line of a key of the outermost object of a JSON text.</summary>
internal static class JsonKeyLine
{
    /// <summary>The line, counted from 1, of the last such key (the one that counts); null where there is none.</summary>
    internal static int? Find(ReadOnlySpan<byte> json, string key)
    {
        var start = json.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(json[start..], new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
        int? line = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1
                && string.Equals(reader.GetString(), key, StringComparison.OrdinalIgnoreCase))
                line = 1 + json[..(start + (int)reader.TokenStartIndex)].Count((byte)'\n');
        }
        return line;
    }
}
