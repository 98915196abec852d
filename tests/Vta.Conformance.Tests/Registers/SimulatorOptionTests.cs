using Vta.Hdl.Simulation;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.Runtime.InProcess;
using Vta.Runtime.Rtl;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Registers;

/// <summary>What makes the in-process simulator fast changes no register, no memory and no cycle of the accelerator.</summary>
public sealed class SimulatorOptionTests
{
    private static readonly ProgramBundle s_bundle = ProgramBundle.Load(Path.Combine(GoldenFile.Repository, "tests", "programs", "tvm-gemm-1"));
    private static readonly Lazy<(LaunchStatistics Statistics, byte[] State)> s_usual = new(() => Run(SimulatorOptions.Default));

    public static TheoryData<bool, bool, bool, bool> Combinations => new()
    {
        { false, true, true, true },
        { true, false, true, true },
        { true, true, false, true },
        { true, true, true, false },
        { true, false, false, true },
        { false, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Each_combination_ends_in_the_same_state(bool activity, bool demand, bool inPlace, bool lanes)
    {
        var (statistics, state) = Run(new() { ActivityGating = activity, DemandGating = demand, WriteInPlace = inPlace, VectorLanes = lanes });

        statistics.Should().Be(s_usual.Value.Statistics);
        state.Should().Equal(s_usual.Value.State);
    }

    private static (LaunchStatistics Statistics, byte[] State) Run(SimulatorOptions options)
    {
        using var model = new InProcessModel(AcceleratorDesign.Of(s_bundle.Config), options);
        using var device = new RtlDevice(s_bundle.Config, model, new MemoryTiming());
        var result = BundleRunner.Run(s_bundle, device);
        result.Verified.Should().BeTrue();
        using var state = new MemoryStream();
        model.Save().WriteTo(state);
        return (result.Statistics, state.ToArray());
    }
}
