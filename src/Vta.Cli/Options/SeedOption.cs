using System.CommandLine;

namespace Vta.Cli.Options;

/// <summary><c>--seed</c>: the same seed gives the same run.</summary>
internal static class SeedOption
{
    /// <summary>The option of a verb.</summary>
    /// <param name="what">What is random there.</param>
    public static Option<int> Create(string what) => NumberOption.Create("--seed", "S", $"Seed of {what}", 0, 0, int.MaxValue);
}
