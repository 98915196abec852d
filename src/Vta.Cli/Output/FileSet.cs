using Vta.Isa;

namespace Vta.Cli.Output;

/// <summary>
/// Writes generated files into a folder so that none is ever half-written: all of them go into a folder beside it first. A list of the
/// files stays with them, in the form that Verilog tools take with <c>-f</c>; what an earlier list names and this one does not is removed.
/// </summary>
internal static class FileSet
{
    public const string ListName = "files.f";

    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var staging = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(staging);
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(staging, name), text);
            File.WriteAllLines(Path.Combine(staging, ListName), files.Select(file => file.Name));
            if (Directory.Exists(target)) Replace(target, staging, files);
            else Directory.Move(staging, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException($"cannot be written: {exception.Message.TrimEnd('.')}", folder);
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    private static void Replace(string target, string staging, IReadOnlyList<(string Name, string Text)> files)
    {
        var list = Path.Combine(target, ListName);
        var earlier = File.Exists(list) ? File.ReadAllLines(list) : [];
        foreach (var (name, _) in files) File.Move(Path.Combine(staging, name), Path.Combine(target, name), overwrite: true);
        File.Move(Path.Combine(staging, ListName), list, overwrite: true);
        foreach (var name in earlier.Except(files.Select(file => file.Name)).Where(name => Path.GetFileName(name) == name))
            File.Delete(Path.Combine(target, name));
    }
}
