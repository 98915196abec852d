using System.Collections.Concurrent;
using Vta.TestSupport;

namespace Vta.Examples.Tests;

/// <summary>Runs examples as their readers do: as programs.</summary>
internal static class Example
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_outputs = new();

    /// <summary>What an example prints on targets; each is run once.</summary>
    public static string Output(string name, params string[] targets) =>
        s_outputs.GetOrAdd($"{name} {string.Join(' ', targets)}", _ => new Lazy<string>(() => Run(name, targets))).Value;

    private static string Run(string name, string[] targets)
    {
        var (exitCode, output) = ExternalTool.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. targets]);
        exitCode.Should().Be(0, "{0}", output);
        return output;
    }
}
