namespace Vta.Hdl.Verilog;

/// <summary>Breaks long lines of code behind commas and before operators, outside as many parentheses as can be.</summary>
internal static class LineWrap
{
    /// <summary>Columns of a line at most, where it can be broken.</summary>
    public const int MaxWidth = 110;

    /// <summary>Columns by which what continues a line is indented.</summary>
    private const int Indent = 4;

    private static readonly string[] s_operators = [" ? ", " : ", " || ", " && ", " | ", " ^ ", " & ", " + "];

    /// <summary>The line in pieces, each with the columns by which it is indented further than the line.</summary>
    /// <param name="code">The line.</param>
    /// <param name="width">The columns that it may take.</param>
    public static IEnumerable<(int Indent, string Code)> Pieces(string code, int width)
    {
        if (code.Length <= width || code.Contains('"'))
            return [(0, code)];
        var breaks = Breaks(code);
        if (breaks.Count == 0)
            return [(0, code)];
        var outermost = breaks.Min(b => b.Depth);
        var ends = breaks.Where(b => b.Depth == outermost).Select(b => b.Position).Append(code.Length).ToArray();

        // What is still too long is broken inside its parentheses, where it starts.
        return Fill(code, ends, width).SelectMany((piece, i) => Pieces(piece, width - (i == 0 ? 0 : Indent))
            .Select(inner => (inner.Indent + (i == 0 ? 0 : Indent), inner.Code)));
    }

    private static IEnumerable<string> Fill(string code, int[] ends, int width)
    {
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var isLast = i == ends.Length - 1;
            if (!isLast && ends[i + 1] - start <= width - (start == 0 ? 0 : Indent))
                continue;
            yield return code[start..ends[i]].Trim();
            start = ends[i];
        }
    }

    private static List<(int Position, int Depth)> Breaks(string code)
    {
        var breaks = new List<(int Position, int Depth)>();
        var depth = 0;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case ',' when i + 1 < code.Length && code[i + 1] == ' ':
                    breaks.Add((i + 2, depth));
                    break;
                case ' ' when s_operators.Any(o => string.CompareOrdinal(code, i, o, 0, o.Length) == 0):
                    breaks.Add((i + 1, depth));
                    break;
            }
        }
        return breaks;
    }
}
