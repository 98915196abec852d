using System.Text;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Verilog;

/// <summary>Indented lines of code, with the place in the source that each comes from behind it.</summary>
internal sealed class CodeText(string sourceFile, Locators locators)
{
    private const int CommentColumn = 68;

    /// <summary>Columns of a line with its comment at most; a longer comment stands above.</summary>
    private const int MaxWidth = 120;

    /// <summary>Columns of one indentation.</summary>
    private const int Columns = 2;

    private readonly List<(int Column, string Code, SourceLocation Source)> _lines = [];
    private int _indent;

    public bool IsEmpty => _lines.Count == 0;

    public void Line(string code, SourceLocation source = default)
    {
        foreach (var (indent, piece) in LineWrap.Pieces(code, LineWrap.MaxWidth - Columns * _indent))
        {
            _lines.Add((Columns * _indent + indent, piece, source));
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
        foreach (var (column, code, source) in other._lines)
            _lines.Add((Columns * _indent + column, code, source));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (column, code, source) in _lines)
        {
            var line = code.Length == 0 ? "" : new string(' ', column) + code;
            var comment = IsShown(source) ? $"// {Place(source)}" : "";
            var padded = line.PadRight(CommentColumn - 2) + "  " + comment;
            if (comment.Length == 0)
                text.Append(line).Append('\n');
            else if (padded.Length <= MaxWidth)
                text.Append(padded).Append('\n');
            else
                text.Append(' ', column).Append(comment).Append('\n').Append(line).Append('\n');
        }
        return text.ToString();
    }

    private bool IsShown(SourceLocation source) => source.IsKnown && locators switch
    {
        Locators.None => false,
        Locators.OtherFiles or Locators.OtherFilesWithoutLines => source.File != sourceFile,
        _ => true,
    };

    /// <summary>File and line; the file without its folder where it is the one that the header names, and alone where lines are not wanted.</summary>
    private string Place(SourceLocation source) => locators switch
    {
        Locators.OtherFilesWithoutLines => source.Path,
        _ when source.File == sourceFile => $"{Path.GetFileName(source.Path)}:{source.Line}",
        _ => source.ToString(),
    };
}
