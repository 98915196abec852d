using System.CommandLine;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary><c>--target</c>: what to run on, one after the other.</summary>
internal static class TargetOption
{
    public const string Name = "--target";

    /// <summary>The option of a verb.</summary>
    /// <param name="known">All targets.</param>
    /// <param name="defaults">The targets where it is left out.</param>
    public static Option<string[]> Create(IReadOnlyList<string> known, params string[] defaults) => new(Name)
    {
        Description = $"Where to run: {string.Join(", ", known)}; may be repeated",
        HelpName = "TARGET",
        Recursive = true,
        DefaultValueFactory = _ => defaults,
    };

    /// <summary>The targets of a command line, each once.</summary>
    /// <exception cref="VtaInputException">There is no such target.</exception>
    public static IReadOnlyList<string> Read(ParseResult parsed, Option<string[]> option, IReadOnlyList<string> known)
    {
        var names = parsed.GetRequiredValue(option).Distinct().ToList();
        var unknown = names.FirstOrDefault(name => !known.Contains(name));
        return unknown is null
            ? names
            : throw new VtaInputException($"unknown target '{unknown}'; there are {string.Join(", ", known)}", Name);
    }
}
