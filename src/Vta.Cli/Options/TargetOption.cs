using System.CommandLine;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Options;

/// <summary><c>--target</c>: what to run on, one after the other.</summary>
internal static class TargetOption
{
    public const string Name = "--target";

    /// <summary>The option of a verb.</summary>
    /// <param name="defaults">The targets where it is left out.</param>
    public static Option<string[]> Create(params string[] defaults) => new(Name)
    {
        Description = $"Where to run: {string.Join(", ", Devices.Targets)}; may be repeated",
        HelpName = "TARGET",
        Recursive = true,
        DefaultValueFactory = _ => defaults,
    };

    /// <summary>The targets of a command line, each once.</summary>
    /// <exception cref="VtaInputException">There is no such target.</exception>
    public static IReadOnlyList<string> Read(ParseResult parsed, Option<string[]> option)
    {
        var names = parsed.GetRequiredValue(option).Distinct().ToList();
        var unknown = names.FirstOrDefault(name => !Devices.Targets.Contains(name));
        return unknown is null
            ? names
            : throw new VtaInputException($"unknown target '{unknown}'; there are {string.Join(", ", Devices.Targets)}", Name);
    }
}
