using System.CommandLine;
using Vta.Networks.Numbers;

namespace Vta.Cli.Options;

/// <summary><c>--rounding</c>: how the results of a network are rounded.</summary>
internal static class RoundingOption
{
    public static Option<string?> Create() => new("--rounding")
    {
        Description = $"How results are rounded: {string.Join(", ", RoundingRules.Names)} [default: double for TFLite, float for ONNX]",
        HelpName = "RULE",
    };

    /// <summary>The rule of a command line; null where it is left out.</summary>
    public static RoundingRule? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } name ? RoundingRules.Parse(name) : null;
}
