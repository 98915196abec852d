using System.Text;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Verilog;

/// <summary>Indented lines of code, with the place in the source that each comes from behind it.</summary>
internal sealed class CodeText(string sourceFile)
{
    private const int CommentColumn = 68;

    private readonly List<(int Indent, string Code, SourceLocation Source)> _lines = [];
    private int _indent;

    public bool IsEmpty => _lines.Count == 0;

    public void Line(string code, SourceLocation source = default)
    {
        var indent = _indent;
        foreach (var piece in LineWrap.Pieces(code, 2 * _indent))
        {
            _lines.Add((indent, piece, source));
            indent = _indent + 2;
            source = default;
        }
    }

    public void Indent() => _indent++;

    public void Unindent() => _indent--;

    /// <summary>An empty line, unless there is nothing above it.</summary>
    public void Gap()
    {
        if (_lines.Count > 0 && _lines[^1].Code.Length > 0)
            _lines.Add((0, "", default));
    }

    /// <summary>Takes back an empty line at the end.</summary>
    public void DropGap()
    {
        if (_lines.Count > 0 && _lines[^1].Code.Length == 0)
            _lines.RemoveAt(_lines.Count - 1);
    }

    /// <summary>All lines of another text, in this one's indentation.</summary>
    public void Append(CodeText other)
    {
        foreach (var (indent, code, source) in other._lines)
            _lines.Add((_indent + indent, code, source));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (indent, code, source) in _lines)
        {
            var start = text.Length;
            if (code.Length > 0)
                text.Append(' ', 2 * indent).Append(code);
            if (source.IsKnown)
            {
                text.Append(' ', Math.Max(2, CommentColumn - (text.Length - start))).Append("// ").Append(Place(source));
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>File and line; the file without its folder where it is the one that the header names.</summary>
    private string Place(SourceLocation source) =>
        source.File == sourceFile ? $"{Path.GetFileName(source.File.Replace('\\', '/'))}:{source.Line}" : source.ToString();
}
