using System.Text;
using Vta.Isa;
using Vta.Isa.Files;

namespace Vta.Cli.Output;

/// <summary>
/// Writes generated files into a folder. A list of them stays there, in the form that Verilog tools take with <c>-f</c>; what an earlier list
/// names and this one does not is removed.
/// </summary>
internal static class FileSet
{
    public const string ListName = "files.f";

    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        var earlier = Earlier(folder);
        var list = string.Concat(files.Select(file => $"{file.Name}\n"));
        OutputFolder.Write(folder, [.. files.Append((ListName, list)).Select(file => (file.Item1, Encoding.UTF8.GetBytes(file.Item2)))]);
        foreach (var name in earlier.Except(files.Select(file => file.Name)).Where(name => Path.GetFileName(name) == name && name != ListName))
            File.Delete(Path.Combine(folder, name));
    }

    private static string[] Earlier(string folder)
    {
        var list = Path.Combine(folder, ListName);
        return File.Exists(list) ? File.ReadAllLines(list) : [];
    }
}
