using System.CommandLine;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Options;

/// <summary>How the memory beside a simulated accelerator behaves.</summary>
internal sealed class MemoryOptions
{
    private readonly Option<int> latency = NumberOption.Create(
        "--dram-latency", "N", "Extra cycles until memory answers (rtl, tsim)", 0, 0, MemoryTiming.MaxLatency);

    private readonly Option<double> stall = NumberOption.Create(
        "--dram-stall", "P", "Probability that a bus channel stalls in a cycle (rtl, tsim)", 0.0, 0.0, MemoryTiming.MaxStallProbability);

    private static readonly Dictionary<string, MemoryModel> Models = new()
    {
        ["ideal"] = MemoryModel.Ideal,
        ["paired-writes"] = MemoryModel.PairedWrites,
        ["data-first"] = MemoryModel.DataFirst,
        ["one-burst"] = MemoryModel.OneBurst,
        ["slow"] = MemoryModel.Slow,
    };

    private readonly Option<string> model = new("--dram-model")
    {
        Description = $"When memory is ready: {string.Join(", ", Models.Keys)} (rtl, tsim)",
        HelpName = "MODEL",
        Recursive = true,
        DefaultValueFactory = _ => "ideal",
    };

    private readonly Option<int> seed;

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb; its subcommands take the options too.</param>
    /// <param name="seed">The verb's seed, which is that of the stalls too.</param>
    public MemoryOptions(Command verb, Option<int> seed)
    {
        this.seed = seed;
        verb.Add(latency);
        verb.Add(stall);
        verb.Add(model);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="VtaInputException">There is no such model.</exception>
    public MemoryTiming Read(ParseResult parsed) => new()
    {
        Model = Models.TryGetValue(parsed.GetRequiredValue(model), out var known)
            ? known
            : throw new VtaInputException($"unknown model of memory '{parsed.GetValue(model)}'; {NearestName.Suggest(parsed.GetRequiredValue(model), Models.Keys)}", model.Name),
        Latency = parsed.GetValue(latency),
        StallProbability = parsed.GetValue(stall),
        Seed = (ulong)parsed.GetValue(seed),
    };
}
