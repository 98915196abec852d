using System.CommandLine;

namespace Vta.Cli.Options;

/// <summary>The option <c>--from</c>: modules of one's own instead of the accelerator's.</summary>
internal static class FromOption
{
    public static Option<string?> Create() => new("--from")
    {
        Description = "Modules of your own: an assembly (.dll), or a C# file (.cs), which is built",
        HelpName = "FILE",
    };
}
