using Spectre.Console;
using Vta.Cli.Host;
using Vta.Isa;
using Vta.Isa.Files;

namespace Vta.Cli.Output;

/// <summary>Says what the command is busy with, to someone who watches; the line is gone when the work is done.</summary>
internal static class Progress
{
    private const string ShowCursor = "\u001b[?25h";

    /// <param name="host">Where it is shown.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="work">Does it; may say what it has come to.</param>
    public static T Show<T>(CliHost host, string what, Func<Action<string>, T> work)
    {
        if (!host.ShowProgress) return work(_ => { });

        // What is done so far belongs above the line.
        host.Output.Flush();

        // The status hides the cursor; a process that is ended from outside does not come to show it again.
        using var signals = EndingSignals.Before(() => host.Error.Write(ShowCursor));
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return terminal.Status().Start(Text(what), context => work(step => context.Status = Text($"{what}: {step}")));
    }

    private static string Text(string text) => Markup.Escape($"{Printable.Of(text)} …");
}
