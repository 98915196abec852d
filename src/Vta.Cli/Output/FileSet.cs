using System.Text;
using Vta.Hdl.Verilog;
using Vta.Isa;
using Vta.Isa.Files;

namespace Vta.Cli.Output;

/// <summary>
/// Writes generated files into a folder. A list of them stays there, in the form that Verilog tools take with <c>-f</c>, with what modules read as comments;
/// what an earlier list names and this one does not is removed.
/// </summary>
internal static class FileSet
{
    public const string ListName = "files.f";

    private const string Comment = "// ";

    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<VerilogFile> files)
    {
        var earlier = Earlier(folder);
        var list = string.Concat(files.Select(file => $"{(file.IsModule ? "" : Comment)}{file.Name}\n"));
        OutputFolder.Write(folder, [.. files.Append(new(ListName, list)).Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);
        foreach (var name in earlier.Except(files.Select(file => file.Name)).Where(name => Path.GetFileName(name) == name && name != ListName))
            File.Delete(Path.Combine(folder, name));
    }

    private static string[] Earlier(string folder)
    {
        var list = Path.Combine(folder, ListName);
        return File.Exists(list) ? [.. File.ReadAllLines(list).Select(line => line.StartsWith(Comment, StringComparison.Ordinal) ? line[Comment.Length..] : line)] : [];
    }
}
