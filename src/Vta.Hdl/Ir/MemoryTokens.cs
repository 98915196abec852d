namespace Vta.Hdl.Ir;

/// <summary>The words and addresses of a file for <c>$readmemh</c>, each with its line; comments are left out.</summary>
internal static class MemoryTokens
{
    public static IEnumerable<(string Token, int Line)> Of(string text)
    {
        var line = 1;
        for (var i = 0; i < text.Length;)
        {
            var end = EndOf(text, i);
            if (!char.IsWhiteSpace(text[i]) && !IsComment(text, i))
                yield return (text[i..end], line);
            line += text.AsSpan(i, end - i).Count('\n');
            i = end;
        }
    }

    private static int EndOf(string text, int start)
    {
        if (char.IsWhiteSpace(text[start]))
            return start + 1;
        if (IsComment(text, start))
        {
            var isLine = text[start + 1] == '/';
            var end = text.IndexOf(isLine ? "\n" : "*/", start + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : isLine ? end : end + 2;
        }
        var next = start + 1;
        while (next < text.Length && !char.IsWhiteSpace(text[next]) && !IsComment(text, next))
            next++;
        return next;
    }

    private static bool IsComment(string text, int place) => text[place] == '/' && place + 1 < text.Length && text[place + 1] is '/' or '*';
}
