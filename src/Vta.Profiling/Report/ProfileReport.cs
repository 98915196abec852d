using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.Runtime.Profiling;

namespace Vta.Profiling.Report;

/// <summary>Where the time of programs went.</summary>
public sealed class ProfileReport
{
    private readonly List<SectionReport> sections = [];

    /// <param name="name">What ran.</param>
    /// <param name="config">What it ran on.</param>
    /// <param name="programs">The programs, in the order in which they were launched.</param>
    /// <param name="launches">A profile of each of their launches.</param>
    public ProfileReport(string name, VtaConfig config, IEnumerable<ProgramBundle> programs, IReadOnlyList<LaunchProfile> launches)
    {
        (Name, Config, Launches) = (name, config, launches);
        var launch = 0;
        foreach (var program in programs)
        {
            foreach (var (index, _) in program.Launches.Index())
                Add(program, index, launch++);
        }
    }

    /// <summary>What ran.</summary>
    public string Name { get; }

    /// <summary>What it ran on.</summary>
    public VtaConfig Config { get; }

    /// <summary>Each launch: instructions and what happened over time.</summary>
    public IReadOnlyList<LaunchProfile> Launches { get; }

    /// <summary>The parts of the programs, in their order.</summary>
    public IReadOnlyList<SectionReport> Sections => sections;

    /// <summary>What the host did.</summary>
    public IReadOnlyList<HostNode> Host { get; init; } = [];

    /// <summary>Cycles of all launches.</summary>
    public long Cycles => Launches.Sum(launch => launch.Cycles);

    /// <summary>Runs a bundle, and reports of it.</summary>
    /// <param name="bundle">The program, with its inputs.</param>
    /// <param name="timing">How memory behaves; null for memory that never waits.</param>
    /// <exception cref="VtaInputException">A launch is refused, or inputs are missing.</exception>
    /// <exception cref="VtaFaultException">A launch ended with a fault.</exception>
    public static ProfileReport Run(ProgramBundle bundle, MemoryTiming? timing = null)
    {
        using var device = new ProfilingDevice(bundle.Config, timing);
        var result = BundleRunner.Run(bundle, device);
        return new ProfileReport(bundle.Name, bundle.Config, [bundle], device.Launches) { Result = result };
    }

    /// <summary>What the run gave; null where it was several programs.</summary>
    public BundleResult? Result { get; init; }

    private void Add(ProgramBundle program, int index, int launch)
    {
        var profile = Launches[launch];
        var ideal = IdealMachine.Ends(Config, [.. profile.Instructions.Select(span => span.Word)]);
        var marks = program.Sections.Where(section => section.Launch == index).Select(section => (section.Name, section.Instruction)).ToList();
        if (marks is not [(_, 0), ..])
            marks.Insert(0, (program.Launches.Count == 1 ? program.Name : $"{program.Name}, launch {index}", 0));
        var (start, idealStart) = (0L, 0d);
        foreach (var (at, (name, first)) in marks.Index())
        {
            var after = at + 1 < marks.Count ? marks[at + 1].Instruction : uint.MaxValue;
            var spans = profile.Instructions.Where(span => span.Index >= first && span.Index < after).ToList();
            var end = at + 1 == marks.Count ? profile.Cycles : Math.Max(start, spans.Select(span => span.End).DefaultIfEmpty().Max());
            var idealEnd = Math.Max(idealStart, spans.Select(span => ideal[(int)span.Index]).DefaultIfEmpty().Max());
            var work = SectionWork.Of(Config, [.. spans.Select(span => InstructionWork.Of(Config, span.Word))]);
            var units = Enum.GetValues<Unit>().Select(unit => spans.Where(span => span.Unit == unit).Select(span => span.Cycles)
                .Aggregate(new UnitCycles(0, 0, 0, 0, 0), (sum, cycles) => sum + cycles));
            sections.Add(new SectionReport(name, launch, first, start, end, (long)(Math.Round(idealEnd) - Math.Round(idealStart)), work, [.. units]));
            (start, idealStart) = (end, idealEnd);
        }
    }
}
