using System.CommandLine;
using Vta.Isa;
using Vta.NetworkCompiler;

namespace Vta.Cli.Options;

/// <summary>The configuration that a network runs on.</summary>
internal static class NetworkConfigurationOption
{
    /// <summary>That of <c>--config</c>; without it the usual one, with the extensions that networks need.</summary>
    public static VtaConfig Read(GlobalOptions global, ParseResult parsed) =>
        global.LoadExplicitConfig(parsed) ?? NetworkConfiguration.WithExtensions(global.LoadConfig(parsed));
}
