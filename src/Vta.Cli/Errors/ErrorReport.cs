using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Hdl.Diagnostics;
using Vta.Isa;

namespace Vta.Cli.Errors;

/// <summary>What the user gets to see of an exception.</summary>
/// <param name="Message">One line.</param>
/// <param name="Where">The file, key, option or argument at fault; null for the command line itself.</param>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="StackTrace">Where the tool's own defect showed; null for the user's errors.</param>
internal sealed record ErrorReport(string Message, string? Where, int Code, string? StackTrace = null)
{
    /// <summary>Tells the user's errors from defects of the tool.</summary>
    public static ErrorReport Of(Exception exception) => exception switch
    {
        VtaInputException usage => new(usage.Message, usage.Where, ExitCode.BadInput),
        HdlException { Diagnostics: [var first, ..] diagnostics } => Of(first, diagnostics.Count - 1),
        OutOfMemoryException => new("there is not enough memory", null, ExitCode.BadInput),
        IOException or UnauthorizedAccessException => new(Printable.Of(exception.Message), "file system", ExitCode.BadInput),
        _ => new($"internal error: {OneLine(exception.Message)}", null, ExitCode.InternalError, exception.ToString()),
    };

    // A rule of the hardware language is broken: the user's description, not the tool.
    private static ErrorReport Of(Diagnostic first, int more) => new(
        $"{first.Code}: {first.Message}" + (more == 0 ? "" : $" (and {more} more)"),
        first.Location.IsKnown ? first.Location.ToString() : "hardware description",
        ExitCode.BadInput);

    /// <summary>Writes the error and gives the exit code.</summary>
    public int Write(CliHost host, bool json)
    {
        if (json) JsonOutput.Write(host, new JsonObject { ["error"] = ToJson() });
        else host.Error.WriteLine(ToString());
        if (StackTrace is null) return Code;

        host.Error.WriteLine(host.ShowStackTraces
            ? StackTrace
            : "This is a defect of vta: please report it. VTA_DEBUG=1 shows where it happened.");
        return Code;
    }

    /// <summary>The shape that scripts rely on.</summary>
    public JsonObject ToJson() => new() { ["message"] = Message, ["where"] = Where ?? "command line" };

    /// <summary>The line that people read.</summary>
    public override string ToString() => Where is null ? $"error: {Message}" : $"error: {Where}: {Message}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
