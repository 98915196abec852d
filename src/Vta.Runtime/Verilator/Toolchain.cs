using Vta.Isa;

namespace Vta.Runtime.Verilator;

/// <summary>The programs that a simulation is built with.</summary>
internal sealed record Toolchain(IReadOnlyList<FileInfo> Tools)
{
    private static readonly string[] Names = ["verilator", "g++", "make"];

    /// <summary>What has to be the same for a cached build to be used: where the programs are, and which version.</summary>
    public string Identity => string.Join("\n", Tools.Select(IdentityOf));

    /// <summary>The same of one program.</summary>
    public static string IdentityOf(FileInfo tool) => $"{tool.FullName} {tool.Length} {tool.LastWriteTimeUtc.Ticks}";

    /// <summary>Which programs are missing, and how to get them; null where all are there.</summary>
    public static string? Missing
    {
        get
        {
            var missing = Names.Where(name => OnPath(name) is null).ToList();
            return missing.Count == 0
                ? null
                : $"target {TargetNames.Tsim} needs {string.Join(", ", missing)}, not found on the path: run scripts/setup, or install the packages "
                    + $"verilator, g++, make and zlib1g-dev; {TargetNames.Fsim} and {TargetNames.Rtl} need no tools";
        }
    }

    /// <summary>Finds the programs on the path.</summary>
    /// <exception cref="VtaInputException">Some are missing; the message says how to get them.</exception>
    public static Toolchain Find() => Missing is { } missing
        ? throw new VtaInputException(missing)
        : new Toolchain([.. Names.Select(name => OnPath(name)!)]);

    /// <summary>A program on the path; null where there is none.</summary>
    public static FileInfo? OnPath(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var file = new FileInfo(Path.Combine(folder, name));
            if (file.Exists)
                return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        }
        return null;
    }
}
