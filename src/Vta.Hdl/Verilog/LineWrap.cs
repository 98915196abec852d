namespace Vta.Hdl.Verilog;

/// <summary>Breaks long lines of code behind commas and before operators, outside as many parentheses as can be.</summary>
internal static class LineWrap
{
    private const int MaxWidth = 110;

    private static readonly string[] s_operators = [" ? ", " : ", " || ", " && ", " | ", " ^ ", " & ", " + "];

    /// <summary>The line in pieces; all but the first are to be indented further.</summary>
    public static IEnumerable<string> Pieces(string code, int indent)
    {
        var width = MaxWidth - indent;
        if (code.Length <= width || code.Contains('"'))
            return [code];
        var breaks = Breaks(code);
        if (breaks.Count == 0)
            return [code];
        var outermost = breaks.Min(b => b.Depth);
        return Fill(code, breaks.Where(b => b.Depth == outermost).Select(b => b.Position).Append(code.Length).ToArray(), width);
    }

    private static IEnumerable<string> Fill(string code, int[] ends, int width)
    {
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var isLast = i == ends.Length - 1;
            if (!isLast && ends[i + 1] - start <= width)
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
