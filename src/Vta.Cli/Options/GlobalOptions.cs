using System.CommandLine;
using Vta.Cli.Host;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary>What every verb takes: <c>--config</c> and <c>--json</c>.</summary>
internal sealed class GlobalOptions(CliHost host)
{
    public const string JsonName = "--json";

    /// <summary>The process that the command runs in.</summary>
    public CliHost Host { get; } = host;

    /// <summary>The configuration file.</summary>
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "Configuration file [default: vta_config.json here, else the one that comes with vta]",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>One JSON document on standard output instead of text.</summary>
    public Option<bool> Json { get; } = new(JsonName)
    {
        Description = "Write one JSON document to standard output, messages to standard error",
        Recursive = true,
    };

    /// <summary>The configuration that the command line asks for.</summary>
    public VtaConfig LoadConfig(ParseResult parsed) => VtaConfig.Load(ConfigPath(parsed));

    /// <summary>Its file.</summary>
    public string ConfigPath(ParseResult parsed) => parsed.GetValue(Config)
        ?? (File.Exists(VtaConfig.DefaultFileName) ? VtaConfig.DefaultFileName : Path.Combine(Host.HomeDirectory, VtaConfig.DefaultFileName));

    /// <summary>The configuration of <c>--config</c>; null when it is left out.</summary>
    public VtaConfig? LoadExplicitConfig(ParseResult parsed) => parsed.GetValue(Config) is { } path ? VtaConfig.Load(path) : null;
}
