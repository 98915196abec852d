using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Cli.OwnModules;
using Vta.Hardware.Proofs;
using Vta.Hdl;
using Vta.Hdl.Formal;
using Vta.Isa;
using Vta.Isa.Files;

namespace Vta.Cli.Commands;

/// <summary><c>vta prove</c>: formal proofs of modules of the library, of the accelerator, and of one's own.</summary>
internal static class ProveCommand
{
    /// <summary>Proofs as they are take seconds at their default depth; far beyond it a solver never ends.</summary>
    private const int MaxDepth = 1000;

    public static Command Create(GlobalOptions global)
    {
        var units = new Argument<string[]>("UNIT")
        {
            Description = $"What to prove: {string.Join(", ", HardwareProofs.For(VtaConfig.Default).Keys)} ; with --from, classes [default: all]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var depth = NumberOption.Create("--depth", "N", "Cycles that induction looks back and covers look ahead", new ProofOptions().Depth, 1, MaxDepth);
        var folder = new Option<string?>("-o", "--output")
        {
            Description = "Folder for counterexamples: UNIT.vcd, a wave, and UNIT.cs, a test",
            HelpName = "DIR",
        };
        var from = FromOption.Create();
        var command = new Command("prove", "Proves what modules promise, with Yosys and z3.") { units, depth, folder, from };
        command.SetAction(parsed =>
        {
            using var file = parsed.GetValue(from) is { } path ? ModuleFile.Open(path) : null;
            var proofs = file is null ? Known(global, parsed, parsed.GetValue(units)!) : Own(file, parsed.GetValue(units)!);
            var options = new ProofOptions { Depth = parsed.GetValue(depth) };
            var isJson = parsed.GetValue(global.Json);
            var results = new JsonArray();
            var exitCode = ExitCode.Good;
            foreach (var proof in proofs)
            {
                var watch = Stopwatch.StartNew();
                var result = Prover.Prove(proof.Elaborate(), options);
                if (!isJson) global.Host.Output.WriteLine($"{proof.Name,-14} {Word(result.Status),-8} {watch.Elapsed.TotalSeconds,5:0.0} s  {result.Message}");
                results.Add(ToJson(proof.Name, result));
                if (result.Counterexample is { } counterexample && parsed.GetValue(folder) is { } target) Save(counterexample, proof, target);
                if (!result.IsProven) exitCode = ExitCode.CheckFailed;
            }

            if (isJson) JsonOutput.Write(global.Host, new JsonObject { ["proven"] = exitCode == ExitCode.Good, ["proofs"] = results });
            return exitCode;
        });
        return command;
    }

    private static IReadOnlyList<Proof> Known(GlobalOptions global, ParseResult parsed, IReadOnlyList<string> units)
    {
        var proofs = HardwareProofs.For(global.LoadConfig(parsed));
        return
        [
            .. Resolve(units.Count > 0 ? units : [.. proofs.Keys], proofs.Keys).Select(name => new Proof(
                name,
                () => proofs[name]().Elaborate(),
                $"{nameof(HardwareProofs)}.{nameof(HardwareProofs.For)}({nameof(VtaConfig)}.{nameof(VtaConfig.Default)})[\"{name}\"]()")),
        ];
    }

    private static IReadOnlyList<Proof> Own(ModuleFile file, IReadOnlyList<string> units)
    {
        var modules = units.Count > 0 ? units.Select(unit => file.Find(unit, "UNIT")) : file.WithoutArguments;
        Proof[] proofs = [.. modules.Select(module => new Proof(module.Name, module.Elaborate, module.Expression))];
        return proofs.Length > 0 ? proofs : throw new VtaInputException("every module in it takes arguments; write one that makes an instance with them", file.Path);
    }

    private static string[] Resolve(IReadOnlyList<string> given, IEnumerable<string> known) =>
    [
        .. given.Select(unit => known.FirstOrDefault(name => name.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? throw new VtaInputException($"there is no proof of '{unit}'; {NearestName.Suggest(unit, [.. known])}", "UNIT")),
    ];

    private static void Save(Counterexample counterexample, Proof proof, string folder) => OutputFolder.Write(folder,
    [
        ($"{proof.Name}.vcd", Encoding.UTF8.GetBytes(counterexample.Wave)),
        ($"{proof.Name}.cs", Encoding.UTF8.GetBytes(counterexample.ToTest(proof.Expression, $"{proof.Name}_breaks_its_promise"))),
    ]);

    private static JsonObject ToJson(string name, ProofResult result) => new()
    {
        ["unit"] = name,
        ["status"] = Word(result.Status),
        ["message"] = result.Message,
    };

    private static string Word(ProofStatus status) => status == ProofStatus.ToolMissing ? "skipped" : status.ToString().ToLowerInvariant();

    /// <summary>What is proven.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Elaborate">Makes the design.</param>
    /// <param name="Expression">How C# makes the module.</param>
    private sealed record Proof(string Name, Func<Design> Elaborate, string Expression);
}
