using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Profiling.Report;
using Vta.Runtime;
using Vta.TestSupport;

namespace Vta.Profiling.Tests;

/// <summary>Profiles of programs of the repository.</summary>
internal static class Profiles
{
    public static IEnumerable<string> Programs =>
        Directory.EnumerateDirectories(Path.Combine(GoldenFile.Repository, "tests", "programs")).Select(path => Path.GetFileName(path)!).Order();

    public static ProgramBundle Bundle(string name) => ProgramBundle.Load(Path.Combine(GoldenFile.Repository, "tests", "programs", name));

    public static ProfileReport Of(string name, int latency = 0) => ProfileReport.Run(Bundle(name), new MemoryTiming { Latency = latency });

    /// <summary>A program with sections that are said to begin at instructions.</summary>
    public static ProfileReport WithSections(string name, params (string Name, uint Instruction)[] sections)
    {
        var bundle = Bundle(name);
        return ProfileReport.Run(new ProgramBundle
        {
            Name = bundle.Name,
            Config = bundle.Config,
            Launches = bundle.Launches,
            Memory = bundle.Memory,
            Expected = bundle.Expected,
            Sections = [.. sections.Select(section => new ProgramSection(section.Name, 0, section.Instruction))],
        });
    }
}
