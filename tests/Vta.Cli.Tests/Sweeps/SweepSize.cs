namespace Vta.Cli.Tests.Sweeps;

/// <summary>How much a sweep draws: little unless an environment variable asks for more.</summary>
internal static class SweepSize
{
    public static int Of(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var count) ? count : usual;
}
