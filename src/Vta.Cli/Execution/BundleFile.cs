using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Cli.Execution;

/// <summary>Bundles as the command line names them.</summary>
internal static class BundleFile
{
    /// <summary>Reads a bundle, which brings its own configuration.</summary>
    /// <param name="path">Folder of the bundle.</param>
    /// <param name="config">The configuration that it has to be for; null for any.</param>
    /// <exception cref="VtaInputException">The bundle is broken, or for another configuration.</exception>
    public static ProgramBundle Load(string path, VtaConfig? config)
    {
        var bundle = ProgramBundle.Load(path);
        if (config is null || config.ConfigurationHash == bundle.Config.ConfigurationHash) return bundle;
        throw new VtaInputException($"is for {Describe(bundle.Config)}, --config is {Describe(config)}", path);
    }

    /// <summary>Whether a path is that of a bundle: a folder, or its <c>program.json</c>.</summary>
    public static bool IsBundle(string path) => Directory.Exists(path) || Path.GetFileName(path) == ProgramBundle.FileName;

    /// <summary>The name of a bundle's folder.</summary>
    public static string NameOf(string path)
    {
        var folder = Path.GetFullPath(path);
        if (Path.GetFileName(folder) == ProgramBundle.FileName) folder = Path.GetDirectoryName(folder)!;
        return Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
    }

    private static string Describe(VtaConfig config) => $"{config.Bitstream} (hash 0x{config.ConfigurationHash:x8})";
}
