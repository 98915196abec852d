using System.Text;

namespace Vta.Isa;

/// <summary>Text of unknown origin, such as names in files, for a terminal or one line of a log.</summary>
public static class Printable
{
    /// <summary>The text with control characters as JSON escapes them: <c>\u001b</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var result = new StringBuilder();
        foreach (var character in text)
            _ = char.IsControl(character) ? result.Append($"\\u{(int)character:x4}") : result.Append(character);
        return result.ToString();
    }
}
