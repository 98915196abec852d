using System.Globalization;
using System.Text;

namespace Vta.Hdl.Naming;

/// <summary>From C# names to those of the hardware.</summary>
internal static class Names
{
    /// <summary>
    /// A C# member or variable name in snake case: <c>EnqValid</c> becomes <c>enq_valid</c>, <c>IOError</c> becomes <c>io_error</c>. It is one in Verilog,
    /// too: letters of other alphabets become their code, a name that starts with a digit gets a letter before it.
    /// </summary>
    public static string Snake(string name)
    {
        if (name.Length == 0)
            return "";
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (text.Length > 0 && text[^1] != '_')
                    text.Append('_');
                if (char.IsLetterOrDigit(c))
                    text.Append(CultureInfo.InvariantCulture, $"u{(int)c:x4}_");
                continue;
            }
            var startsWord = char.IsAsciiLetterUpper(c) && i > 0
                && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1])
                    || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (startsWord && text.Length > 0 && text[^1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        var snake = text.ToString().Trim('_');
        return snake.Length == 0 ? "unnamed" : char.IsAsciiDigit(snake[0]) ? "n" + snake : snake;
    }

    /// <summary>True where the name stays itself in Verilog, but for its case and what divides its words.</summary>
    public static bool CanBeWritten(string name) =>
        name.Length == 0 || (name.All(c => char.IsAscii(c) && c != ' ') && name.TrimStart('_') is { Length: > 0 } rest && !char.IsAsciiDigit(rest[0]));

    /// <summary>The name of a module, which keeps its case.</summary>
    public static string Definition(string name)
    {
        var text = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c.ToString() : char.IsLetterOrDigit(c) ? $"u{(int)c:x4}" : "_"));
        return text.Length == 0 || char.IsAsciiDigit(text[0]) ? "n" + text : text;
    }

    /// <summary>Two parts of a name, either of which may be empty.</summary>
    public static string Join(string a, string b) => (Snake(a), Snake(b)) switch
    {
        ("", var y) => y,
        (var x, "") => x,
        var (x, y) => $"{x}_{y}",
    };
}
