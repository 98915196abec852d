using System.Globalization;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Verilog;

/// <summary>The files that memories of a design read: the same contents are one file, different ones of a name get a suffix.</summary>
internal sealed class MemoryFiles
{
    private readonly Dictionary<(string Name, string Text), string> _names = [];
    private readonly UniqueNames _stems = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<VerilogFile> _files = [];

    public IReadOnlyList<VerilogFile> Files => _files;

    /// <summary>The name under which a memory finds its contents; null where the text of the module has them.</summary>
    public string? NameOf(Memory memory)
    {
        if (memory.InitialContents is not MemoryFile { Count: > 0 } contents)
            return null;
        var digits = (memory.Width + 3) / 4;
        var text = string.Concat(contents.Select(word => (word.IsZero ? "" : word.ToString("x", CultureInfo.InvariantCulture).TrimStart('0')).PadLeft(digits, '0') + '\n'));
        if (_names.TryGetValue((contents.Name, text), out var name))
            return name;
        name = _stems.Unique(Names.Definition(Path.GetFileNameWithoutExtension(contents.Name))) + VerilogFile.MemoryExtension;
        _files.Add(new(name, text));
        return _names[(contents.Name, text)] = name;
    }
}
