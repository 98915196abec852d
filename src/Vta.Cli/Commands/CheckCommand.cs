using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Compiler.Verification.Programs;
using Vta.Isa;

namespace Vta.Cli.Commands;

/// <summary><c>vta check</c>: proves of programs that they give the same result in every timing.</summary>
internal static class CheckCommand
{
    public static Command Create(GlobalOptions global)
    {
        var paths = new Argument<string[]>("BUNDLE")
        {
            Description = "Folders of programs, each with its program.json",
            Arity = ArgumentArity.OneOrMore,
        };
        var strict = new Option<bool>("--strict") { Description = "Warnings are findings: tokens left over, elements read that the program does not write" };
        var command = new Command("check", "Proves, without running them, that programs end and give the same result in every timing.") { paths, strict };
        command.SetAction(parsed =>
        {
            var accepted = parsed.GetValue(strict) ? ProgramFindingLevel.Note : ProgramFindingLevel.Warning;
            var config = global.LoadExplicitConfig(parsed);
            var checks = parsed.GetRequiredValue(paths).Select(path => Check(path, config, accepted));
            return parsed.GetValue(global.Json) ? WriteJson(global.Host, [.. checks]) : WriteText(global.Host, checks);
        });
        return command;
    }

    /// <summary>Checks a bundle; one that is broken says so, and the others go on.</summary>
    private static BundleCheck Check(string path, VtaConfig? config, ProgramFindingLevel accepted)
    {
        var name = BundleFile.NameOf(path);
        try
        {
            return new BundleCheck(name, accepted) { Report = ProgramVerifier.Check(BundleFile.Load(path, config)) };
        }
        catch (Exception exception)
        {
            return new BundleCheck(name, accepted) { Failure = RunFailure.Of(exception) };
        }
    }

    private static int WriteJson(CliHost host, IReadOnlyList<BundleCheck> checks)
    {
        var document = new JsonObject
        {
            ["accepted"] = checks.All(check => check.ExitCode == ExitCode.Good),
            ["programs"] = new JsonArray([.. checks.Select(BundleCheckOutput.ToJson)]),
        };
        if (checks.FirstOrDefault(check => check.Failure is not null)?.Failure is { } failure) document["error"] = failure.ToErrorReport().ToJson();
        JsonOutput.Write(host, document);
        return checks.Max(check => check.ExitCode);
    }

    private static int WriteText(CliHost host, IEnumerable<BundleCheck> checks)
    {
        var codes = new List<int>();
        foreach (var check in checks)
        {
            BundleCheckOutput.WriteText(host, check);
            codes.Add(check.ExitCode);
        }

        if (codes.Count > 1) host.Output.WriteLine($"{codes.Count(code => code == ExitCode.Good)} of {codes.Count} programs accepted");
        return codes.Max();
    }
}
