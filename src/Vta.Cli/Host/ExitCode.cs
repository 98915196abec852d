namespace Vta.Cli.Host;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>Everything ran, and a result was not what it must be.</summary>
    public const int CheckFailed = 1;

    /// <summary>Bad input or usage: nothing is wrong with the tool.</summary>
    public const int BadInput = 2;

    /// <summary>A defect of the tool itself.</summary>
    public const int InternalError = 3;
}
