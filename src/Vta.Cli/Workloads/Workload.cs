using Vta.Compiler;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>Something to compile and run by name.</summary>
internal abstract class Workload
{
    /// <summary>The schedule that is found by itself; every workload has it.</summary>
    public const string AutoSchedule = "auto";

    /// <summary>The schedule of TVM's tutorial, for workloads that have one.</summary>
    public const string SeedSchedule = "seed";

    public abstract string Name { get; }

    /// <summary>What it computes, in a line.</summary>
    public abstract string Summary { get; }

    /// <summary>The options that it takes.</summary>
    public abstract IReadOnlyList<WorkloadOption> Options { get; }

    /// <summary>Names of its schedules.</summary>
    public abstract IReadOnlyList<string> Schedules { get; }

    /// <summary>Compiles it, with seeded random inputs.</summary>
    /// <exception cref="VtaInputException">An option or the schedule does not exist, or does not fit the hardware.</exception>
    public CompiledWorkload Compile(VtaConfig config, WorkloadArguments arguments)
    {
        foreach (var name in arguments.Options.Keys.Where(name => Options.All(option => option.Name != name)))
            throw new VtaInputException($"{Name} has no option {name}; it has {string.Join(", ", Options.Select(option => option.Name))}");
        if (!Schedules.Contains(arguments.Schedule))
            throw new VtaInputException($"{Name} has no schedule \"{arguments.Schedule}\"; it has {string.Join(" and ", Schedules)}");
        return CompileChecked(config, arguments);
    }

    private protected abstract CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments);
}
