using System.Text;

namespace Vta.Hdl.Elaboration;

/// <summary>From C# names to those of the hardware.</summary>
internal static class Names
{
    /// <summary>A C# member or variable name in snake case: <c>EnqValid</c> becomes <c>enq_valid</c>, <c>IOError</c> becomes <c>io_error</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (text.Length > 0 && text[^1] != '_')
                    text.Append('_');
                continue;
            }
            var startsWord = char.IsAsciiLetterUpper(c) && i > 0
                && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1])
                    || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (startsWord && text.Length > 0 && text[^1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString().Trim('_');
    }

    /// <summary>Two parts of a name, either of which may be empty.</summary>
    public static string Join(string a, string b) => (Snake(a), Snake(b)) switch
    {
        ("", var y) => y,
        (var x, "") => x,
        var (x, y) => $"{x}_{y}",
    };
}
