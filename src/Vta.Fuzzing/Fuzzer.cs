using System.Diagnostics;
using Vta.Compiler.Verification.Programs;
using Vta.Fuzzing.Comparison;
using Vta.Fuzzing.Configurations;
using Vta.Fuzzing.Coverage;
using Vta.Fuzzing.Programs;
using Vta.Fuzzing.Shrinking;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;

namespace Vta.Fuzzing;

/// <summary>
/// Runs random programs, legal and not, on random configurations, on the behavioural simulator and on another backend, which have to agree in all of DRAM, in faults
/// and in statistics. Devices are kept from program to program, and memory behaves in several ways. The same seed gives the same programs.
/// </summary>
public sealed class Fuzzer
{
    private static readonly MemoryTiming[] Timings =
    [
        new(),
        new() { Latency = 3 },
        new() { StallProbability = 0.3 },
        new() { Latency = 64, StallProbability = 0.5 },
        new() { Model = MemoryModel.PairedWrites },
        new() { Model = MemoryModel.DataFirst, Latency = 3 },
        new() { Model = MemoryModel.OneBurst, StallProbability = 0.3 },
        new() { Model = MemoryModel.Slow },
    ];

    private static readonly ProgramKind[] Kinds = Enum.GetValues<ProgramKind>();

    private readonly FuzzOptions options;
    private readonly Func<VtaConfig, MemoryTiming, IDevice> create;
    private readonly CoverageCount coverage = new();
    private readonly Dictionary<Faults, long> faults = Enum.GetValues<Faults>().Where(fault => fault != Faults.None).ToDictionary(fault => fault, _ => 0L);
    private readonly HashSet<uint> configurations = [];
    private readonly List<FuzzFailure> failures = [];
    private long programs;
    private long instructions;

    /// <param name="options">What is fuzzed.</param>
    /// <param name="report">Told what a build comes to, where a target needs one; null where nobody listens.</param>
    public Fuzzer(FuzzOptions options, Action<string>? report = null)
        : this(options, (config, timing) => Devices.Create(options.Target, config, new DeviceOptions { Memory = timing, Report = report }))
    {
    }

    /// <summary>The same for any device.</summary>
    internal Fuzzer(FuzzOptions options, Func<VtaConfig, MemoryTiming, IDevice> create) => (this.options, this.create) = (options, create);

    /// <summary>Fuzzes until rounds or time are over, or there are enough failures.</summary>
    /// <param name="progress">Told after each round how many programs have run; null where nobody listens.</param>
    /// <exception cref="VtaInputException">The target needs a tool that is missing.</exception>
    public FuzzReport Run(Action<long>? progress = null)
    {
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        while (rounds < (options.Rounds ?? int.MaxValue) && failures.Count < options.MaxFailures && (options.Time is null || watch.Elapsed < options.Time || rounds == 0))
        {
            Round(unchecked(options.Seed + rounds));
            rounds++;
            progress?.Invoke(programs);
        }
        return new FuzzReport(rounds, configurations.Count, programs, instructions, faults, [.. coverage.Points], failures);
    }

    private void Round(int seed)
    {
        var config = options.Config ?? RandomConfiguration.DrawSmall(seed);
        configurations.Add(config.ConfigurationHash);
        var pairs = Timings.Select((timing, index) => Pair(config, index)).ToList();
        var random = new Random(seed);
        for (var number = 0; number < FuzzOptions.ProgramsPerRound && failures.Count < options.MaxFailures; number++)
        {
            var timing = number / Kinds.Length % Timings.Length;
            var program = new RandomProgramGenerator(config, random.Next(), Kinds[number % Kinds.Length]).Create();
            var (result, difference) = pairs[timing].Run(program);
            Count(program, result);
            if (Kinds[number % Kinds.Length] == ProgramKind.Legal && result.Status.Faults != Faults.None)
                difference ??= $"a legal program ends with {result.Status.Faults}";
            if (difference is null)
                continue;
            failures.Add(Failure(seed, number, timing, program, difference));
            pairs[timing].Dispose();
            pairs[timing] = Pair(config, timing);
        }
        pairs.ForEach(pair => pair.Dispose());
    }

    private void Count(RandomProgram program, LaunchResult result)
    {
        programs++;
        instructions += program.Words.Count;
        foreach (var fault in faults.Keys.Where(fault => result.Status.Faults.HasFlag(fault)))
            faults[fault]++;
        coverage.Add(new ProgramRun(program.Config, program.Words, result));
    }

    private FuzzFailure Failure(int seed, int number, int timing, RandomProgram program, string difference)
    {
        var needsHistory = !Fails(program, timing);
        if (!needsHistory)
            program = new Shrinker(program.Config, candidate => Fails(candidate, timing), IsOrdered).Shrink(program);
        var name = $"fuzz-{seed}-{number}";
        return new FuzzFailure(
            seed, number, [.. VtaConfigKeys.Of(program.Config)], difference, program.Listing, needsHistory, program.Errors.Count > 0 ? null : FuzzBundle.Of(name, program));
    }

    private static bool IsOrdered(RandomProgram program) => program.Errors.Count == 0 && ProgramVerifier.Check(new ProgramBundle
    {
        Name = "candidate",
        Config = program.Config,
        Launches = [program.Launch],
        Memory = program.Memory,
    }).IsAccepted;

    private bool Fails(RandomProgram program, int timing)
    {
        using var pair = Pair(program.Config, timing);
        return pair.Run(program).Difference is not null;
    }

    private DevicePair Pair(VtaConfig config, int timing) =>
        new(Devices.Create(Devices.Fsim, config), create(config, Timings[timing] with { Seed = (ulong)timing }));
}
