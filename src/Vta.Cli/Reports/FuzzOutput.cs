using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Fuzzing;

namespace Vta.Cli.Reports;

/// <summary>What fuzzing found, as JSON and as lines.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="report">What was found.</param>
/// <param name="bundles">Where the bundle of each failure is; null for none.</param>
internal sealed class FuzzOutput(FuzzOptions options, FuzzReport report, IReadOnlyList<string?> bundles)
{
    public JsonObject ToJson() => new()
    {
        ["verified"] = report.Failures.Count == 0,
        ["target"] = options.Target,
        ["seed"] = options.Seed,
        ["rounds"] = report.Rounds,
        ["configurations"] = report.Configurations,
        ["programs"] = report.Programs,
        ["instructions"] = report.Instructions,
        ["faults"] = new JsonObject(report.Faults.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key.ToString().ToUpperInvariant(), each.Value))),
        ["coverage"] = new JsonObject(report.Coverage.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Name, each.Programs))),
        ["failures"] = new JsonArray([.. report.Failures.Zip(bundles, (failure, bundle) => new JsonObject
        {
            ["seed"] = failure.Seed,
            ["program"] = failure.Number,
            ["configuration"] = new JsonObject(failure.Configuration.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Key, key.Value))),
            ["difference"] = failure.Difference,
            ["listing"] = failure.Listing,
            ["command"] = Command(failure),
            ["bundle"] = bundle,
        })]),
    };

    public void WriteText(CliHost host)
    {
        var verdict = report.Failures.Count == 0 ? "no disagreement" : "DISAGREEMENT";
        host.Output.WriteLine($"{options.Target}: {verdict} with fsim in {report.Programs} programs of {report.Instructions} instructions on {report.Configurations} configurations (seeds {options.Seed} to {options.Seed + report.Rounds - 1})");
        host.Output.WriteLine("faults: " + string.Join(", ", report.Faults.Select(each => $"{each.Key.ToString().ToUpperInvariant()} {each.Value}")));
        var unseen = report.Coverage.Where(each => each.Programs == 0).Select(each => each.Name).ToList();
        host.Output.WriteLine($"coverage: {report.Coverage.Count - unseen.Count} of {report.Coverage.Count}" + (unseen.Count == 0 ? "" : $"; never: {string.Join("; ", unseen)}"));
        foreach (var (failure, bundle) in report.Failures.Zip(bundles))
        {
            host.Error.WriteLine($"seed {failure.Seed}, program {failure.Number}: {failure.Difference}");
            host.Error.WriteLine($"configuration: {string.Join(" ", failure.Configuration.Select(key => $"{key.Key}={key.Value}"))}");
            host.Error.WriteLine(failure.NeedsHistory ? "the program, which fails only after those before it:" : "the shortest program that was found to fail:");
            host.Error.WriteLine(failure.Listing);
            host.Error.WriteLine($"again: {Command(failure)}");
            if (bundle is not null) host.Error.WriteLine($"bundle: {bundle}");
        }
    }

    private string Command(FuzzFailure failure) => $"vta fuzz --seed {failure.Seed} --rounds 1 --target {options.Target}" + (options.Config is null ? "" : " --config FILE, as before");
}
