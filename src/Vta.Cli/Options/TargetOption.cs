using System.CommandLine;
using Vta.Cli.Execution;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary><c>--target</c>: the backends to run on, one after the other.</summary>
internal static class TargetOption
{
    public const string Name = "--target";

    public static Option<string[]> Create() => new(Name)
    {
        Description = $"Backend to run on: {string.Join(", ", Targets.Names)}; may be repeated",
        HelpName = "TARGET",
        DefaultValueFactory = _ => [Targets.Behavioural],
    };

    /// <summary>The targets of a command line, each once.</summary>
    /// <exception cref="VtaInputException">There is no such target.</exception>
    public static IReadOnlyList<string> Read(ParseResult parsed, Option<string[]> option)
    {
        var names = parsed.GetRequiredValue(option).Distinct().ToList();
        var unknown = names.FirstOrDefault(name => !Targets.Names.Contains(name));
        return unknown is null
            ? names
            : throw new VtaInputException($"unknown target '{unknown}'; {NearestName.Suggest(unknown, Targets.Names)}", Name);
    }
}
