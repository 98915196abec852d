using System.CommandLine;
using Vta.Cli.Commands;
using Vta.Cli.Errors;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Isa;

namespace Vta.Cli;

/// <summary>The <c>vta</c> command: parses, runs the verb, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class VtaApplication
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, CliHost host)
    {
        try
        {
            var code = Execute(arguments, host);
            host.Output.Flush();
            return code;
        }
        catch (Exception exception)
        {
            return Report(ErrorReport.Of(exception), host, json: arguments.Contains(GlobalOptions.JsonName));
        }
    }

    private static int Execute(IReadOnlyList<string> arguments, CliHost host)
    {
        var root = CreateRoot(new GlobalOptions(host));

        // A bundle may be called @name: no response files.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (UsageError.Find(parsed) is { } error) throw error;
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    private static int Report(ErrorReport report, CliHost host, bool json)
    {
        // No document leaves where standard output is what is broken.
        if (report.Where == StandardStream.OutputName) return report.Write(host, json: false);
        try
        {
            var code = report.Write(host, json);
            host.Output.Flush();
            return code;
        }
        catch (VtaInputException broken)
        {
            if (json) report.Write(host, json: false);
            return ErrorReport.Of(broken).Write(host, json: false);
        }
    }

    private static RootCommand CreateRoot(GlobalOptions global)
    {
        var root = new RootCommand("VTA, the Versatile Tensor Accelerator: hardware, compiler and simulators.")
        {
            global.Config,
            global.Json,
            DemoCommand.Create(global),
            EnvCommand.Create(global),
            IsaCommand.Create(global),
            VerilogCommand.Create(global),
            TvmLibraryCommand.Create(global),
            DiagramCommand.Create(global),
            BitstreamCommand.Create(global),
            RunCommand.Create(global),
            CosimCommand.Create(global),
            ExecCommand.Create(global),
            CompileCommand.Create(global),
            DisasmCommand.Create(global),
            CheckCommand.Create(global),
            ProfileCommand.Create(global),
            FuzzCommand.Create(global),
            ProveCommand.Create(global),
            InspectCommand.Create(global),
            NetCommand.Create(global),
        };
        root.SetAction(_ => root.Parse("--help").Invoke(new InvocationConfiguration { Output = global.Host.Output }));
        return root;
    }
}
