using Vta.Cli.Workloads;
using Vta.Conformance.Tests.Suite;
using Vta.Fuzzing.Programs;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Verification;

/// <summary>Programs for tests of the verifier.</summary>
internal static class CheckedPrograms
{
    /// <summary>What our compiler emits for small workloads.</summary>
    public static IReadOnlyList<ProgramBundle> Compiled { get; } =
    [
        .. new[]
        {
            "conv2d in-channels=40 groups=40 height=9 kernel=3x5 stride=2x1 bias=true",
            "conv2d in-channels=24 out-channels=36 groups=3 height=7 batch=2 clip=none",
            "conv2d in-channels=20 out-channels=33 height=11 width=7 kernel=3x2 dilation=2x3 pad=1,4,3,0 stride=2x1 residual=true shift=per-channel bias=true",
            "conv2d-transpose in-channels=20 height=5 kernel=3 stride=3 pad=0 output-padding=2 residual=true",
            "max-pool2d channels=24 height=12 width=17 kernel=3 stride=2 pad=1",
            "dense in-features=100 out-features=70 bias=true",
            "vecmul length=1000",
        }.Select(Compile),
    ];

    /// <summary>A bundle of the repository.</summary>
    public static ProgramBundle Recorded(string name) => ProgramBundle.Load(Path.Combine(GoldenFile.Repository, "tests", "programs", name));

    /// <summary>Bundles of others, those with few instructions.</summary>
    public static IReadOnlyList<ProgramBundle> ShortRecorded { get; } = [.. DeviceSuite.Bundles.Select(Recorded).Where(bundle => bundle.Launches[0].InstructionCount < 100)];

    /// <summary>A random program that is right by construction.</summary>
    public static ProgramBundle RandomLegal(VtaConfig config, int seed)
    {
        var program = new RandomProgramGenerator(config, seed, ProgramKind.Legal).Create();
        return new ProgramBundle { Name = $"random {seed} on {config.Bitstream}", Config = config, Launches = [program.Launch], Memory = program.Memory };
    }

    private static ProgramBundle Compile(string workload)
    {
        var words = workload.Split(' ');
        var options = words[1..].Select(word => word.Split('=', 2)).ToDictionary(option => option[0], option => option[1]);
        return WorkloadCatalog.Find(words[0]).Compile(VtaConfig.Default, new WorkloadArguments { Options = options }).Bundle;
    }
}
