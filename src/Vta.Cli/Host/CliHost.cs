namespace Vta.Cli.Host;

/// <summary>What a command sees of the process it runs in; tests put their own in its place.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where messages and errors go.</param>
/// <param name="HomeDirectory">Holds the <c>vta_config.json</c> used when the current directory has none.</param>
/// <param name="ShowStackTraces">Whether an internal error shows where it was raised (<c>VTA_DEBUG=1</c>).</param>
/// <param name="ShowProgress">Whether someone watches <paramref name="Error"/>: a terminal, not a file or a pipe.</param>
internal sealed record CliHost(TextWriter Output, TextWriter Error, string HomeDirectory, bool ShowStackTraces, bool ShowProgress = false)
{
    /// <summary>The host of this process; the launcher tells in <c>VTA_HOME</c> where the clone is.</summary>
    public static CliHost OfProcess(TextWriter output) => new(
        output,
        Console.Error,
        Environment.GetEnvironmentVariable("VTA_HOME") ?? AppContext.BaseDirectory,
        Environment.GetEnvironmentVariable("VTA_DEBUG") == "1",
        !Console.IsErrorRedirected);
}
