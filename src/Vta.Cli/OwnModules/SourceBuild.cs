using System.ComponentModel;
using System.Security;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Vta.Isa;
using static CliWrap.Cli;

namespace Vta.Cli.OwnModules;

/// <summary>
/// A C# file built as <c>dotnet run FILE.cs</c> builds it, with its directives, in a folder that is gone afterwards. The HDL, and the generator that finds names, are
/// those of the command unless the file names a package or project of its own; a file that is no program gets an empty one.
/// </summary>
internal sealed partial class SourceBuild : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-modules-");

    private SourceBuild(string path) => Assembly = Path.Combine(_folder.FullName, "out", Path.GetFileNameWithoutExtension(path) + ".dll");

    /// <summary>What came of it.</summary>
    public string Assembly { get; }

    /// <exception cref="VtaInputException">The file does not compile.</exception>
    public static SourceBuild Of(string path)
    {
        var build = new SourceBuild(path);
        try
        {
            build.Run(path);
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Run(string path)
    {
        var source = File.ReadAllText(path);
        var targets = Path.Combine(_folder.FullName, "modules.targets");
        File.WriteAllText(targets, Targets(hasOwnHdl: OwnHdl().IsMatch(source), isProgram: Entry().IsMatch(source)));
        var full = Path.GetFullPath(path);
        var build = Wrap("dotnet").WithValidation(CommandResultValidation.None).WithArguments(
            [
                "build", full, "-o", Path.GetDirectoryName(Assembly)!, "-c", "Release", "-nologo", "-v:q", "-clp:NoSummary", $"-p:CustomAfterMicrosoftCommonTargets={targets}",
                $"-p:PathMap={Path.GetDirectoryName(full)}{Path.DirectorySeparatorChar}=/", "-p:AssemblyName=" + Path.GetFileNameWithoutExtension(path),
            ]);
        try
        {
            var result = build.ExecuteBufferedAsync().GetAwaiter().GetResult();
            if (result.ExitCode != 0)
                throw Failure(path, result.StandardOutput + result.StandardError);
        }
        catch (Win32Exception)
        {
            throw new VtaInputException("a C# file is built with the .NET 10 SDK, and there is no 'dotnet' on the path", path);
        }
    }

    /// <summary>The first error, with its place as terminals find it.</summary>
    private static VtaInputException Failure(string path, string output)
    {
        var errors = CompilerError().Matches(output).DistinctBy(error => error.Value).ToArray();
        if (errors.Length == 0)
            return new($"cannot be built: {output.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("dotnet build does not say why").Trim()}", path);
        var groups = errors[0].Groups;
        var place = $"{Path.GetRelativePath(".", groups["file"].Value)}:{groups["line"].Value}:{groups["column"].Value}";
        return new($"{groups["code"].Value}: {groups["message"].Value.Trim()}" + (errors.Length == 1 ? "" : $" (and {errors.Length - 1} more)"), place);
    }

    private string Targets(bool hasOwnHdl, bool isProgram)
    {
        var items = "";
        if (!hasOwnHdl)
        {
            items += $"""<Reference Include="Vta.Hdl"><HintPath>{Escaped(typeof(Hdl.Module).Assembly.Location)}</HintPath></Reference>""";
            items += $"""<Analyzer Include="{Escaped(Path.Combine(AppContext.BaseDirectory, "Vta.Hdl.Generators.dll"))}" />""";
        }
        if (!isProgram)
        {
            // Beside statements at the top, which are a program, this is ignored with a warning.
            var entry = Path.Combine(_folder.FullName, "Entry.cs");
            File.WriteAllText(entry, "internal static class NoProgram { private static void Main() { } }\n");
            items += $"""<Compile Include="{Escaped(entry)}" />""";
        }
        return $"<Project><PropertyGroup><NoWarn>$(NoWarn);CS7022</NoWarn></PropertyGroup><ItemGroup>{items}</ItemGroup></Project>";
    }

    private static string Escaped(string path) => SecurityElement.Escape(path);

    [GeneratedRegex(@"^#:(package|project)\s.*Vta\.Hdl", RegexOptions.Multiline)]
    private static partial Regex OwnHdl();

    [GeneratedRegex(@"\bstatic\s+(async\s+)?(void|int|Task|Task<int>)\s+Main\s*\(")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)\): error (?<code>\w+): (?<message>.*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex CompilerError();
}
