using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Hardware.Proofs;
using Vta.Hdl.Formal;
using Vta.Isa;
using Vta.Isa.Files;

namespace Vta.Cli.Commands;

/// <summary><c>vta prove</c>: formal proofs of modules of the library and of the accelerator.</summary>
internal static class ProveCommand
{
    /// <summary>Proofs as they are take seconds at their default depth; far beyond it a solver never ends.</summary>
    private const int MaxDepth = 1000;

    public static Command Create(GlobalOptions global)
    {
        var units = new Argument<string[]>("UNIT")
        {
            Description = $"What to prove: {string.Join(", ", HardwareProofs.For(VtaConfig.Default).Keys)} [default: all]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var depth = NumberOption.Create("--depth", "N", "Cycles that induction looks back and covers look ahead", new ProofOptions().Depth, 1, MaxDepth);
        var folder = new Option<string?>("-o", "--output")
        {
            Description = "Folder for counterexamples: UNIT.vcd, a wave, and UNIT.cs, a test",
            HelpName = "DIR",
        };
        var command = new Command("prove", "Proves what modules promise, with Yosys and z3.") { units, depth, folder };
        command.SetAction(parsed =>
        {
            var proofs = HardwareProofs.For(global.LoadConfig(parsed));
            var names = Resolve(parsed.GetValue(units) is { Length: > 0 } given ? given : [.. proofs.Keys], proofs.Keys);
            var options = new ProofOptions { Depth = parsed.GetValue(depth) };
            var isJson = parsed.GetValue(global.Json);
            var results = new JsonArray();
            var exitCode = ExitCode.Good;
            foreach (var name in names)
            {
                var watch = Stopwatch.StartNew();
                var result = Prover.Prove(proofs[name](), options);
                if (!isJson) global.Host.Output.WriteLine($"{name,-14} {Word(result.Status),-8} {watch.Elapsed.TotalSeconds,5:0.0} s  {result.Message}");
                results.Add(ToJson(name, result));
                if (result.Counterexample is { } counterexample && parsed.GetValue(folder) is { } target) Save(counterexample, name, target);
                if (!result.IsProven) exitCode = ExitCode.CheckFailed;
            }

            if (isJson) JsonOutput.Write(global.Host, new JsonObject { ["proven"] = exitCode == ExitCode.Good, ["proofs"] = results });
            return exitCode;
        });
        return command;
    }

    private static string[] Resolve(IReadOnlyList<string> given, IEnumerable<string> known) =>
    [
        .. given.Select(unit => known.FirstOrDefault(name => name.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? throw new VtaInputException($"there is no proof of '{unit}'; {NearestName.Suggest(unit, [.. known])}", "UNIT")),
    ];

    private static void Save(Counterexample counterexample, string name, string folder)
    {
        var proof = $"{nameof(HardwareProofs)}.{nameof(HardwareProofs.For)}({nameof(VtaConfig)}.{nameof(VtaConfig.Default)})[\"{name}\"]()";
        OutputFolder.Write(folder,
        [
            ($"{name}.vcd", Encoding.UTF8.GetBytes(counterexample.Wave)),
            ($"{name}.cs", Encoding.UTF8.GetBytes(counterexample.ToTest(proof, $"{name}_breaks_its_promise"))),
        ]);
    }

    private static JsonObject ToJson(string name, ProofResult result) => new()
    {
        ["unit"] = name,
        ["status"] = Word(result.Status),
        ["message"] = result.Message,
    };

    private static string Word(ProofStatus status) => status == ProofStatus.ToolMissing ? "skipped" : status.ToString().ToLowerInvariant();
}
