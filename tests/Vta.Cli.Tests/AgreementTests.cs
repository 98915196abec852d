using Vta.Cli.Execution;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Cli.Tests;

/// <summary>What counts as a difference between targets.</summary>
public class AgreementTests
{
    private static readonly LaunchStatistics Counted = new() { [Counters.GemmSteps] = 8, [Counters.AluSteps] = 4 };

    [Fact]
    public void Equal_runs_agree_whether_they_count_cycles_or_not() =>
        Agreement.Differences([Run("fsim", Counted), Run("rtl", Counted with { CycleCount = 9 }), Run("tsim", Counted with { CycleCount = 9 })])
            .Should().BeEmpty();

    [Fact]
    public void A_counter_is_shown_with_every_value() =>
        Agreement.Differences([Run("fsim", Counted), Run("rtl", new LaunchStatistics { [Counters.GemmSteps] = 9, [Counters.AluSteps] = 4 })])
            .Should().Equal("gemm_counter differs: 8 on fsim, 9 on rtl");

    [Fact]
    public void Cycles_are_compared_where_they_are_counted() =>
        Agreement.Differences([Run("fsim", Counted), Run("rtl", Counted with { CycleCount = 9 }), Run("tsim", Counted with { CycleCount = 10 })])
            .Should().Equal("cycle_count differs: 9 on rtl, 10 on tsim");

    [Fact]
    public void A_byte_written_where_nothing_is_expected_is_a_difference() =>
        Agreement.Differences([Run("fsim", Counted), Run("rtl", Counted, strayByte: 0xfffffff7)])
            .Should().Equal("memory differs at 0xfffffff7 between fsim and rtl");

    [Fact]
    public void Notes_are_the_same_everywhere() =>
        Agreement.Differences([Run("fsim", Counted), Run("rtl", Counted) with { Notes = ["1 token left over"] }])
            .Should().Equal("notes differ: none on fsim, 1 token left over on rtl");

    [Fact]
    public void A_target_that_did_not_run_differs_from_none() =>
        Agreement.Differences([Run("fsim", Counted), new TargetRun("tsim", new RunFailure("not there", 1) { IsUnavailable = true })])
            .Should().BeEmpty();

    private static TargetRun Run(string target, LaunchStatistics statistics, uint? strayByte = null)
    {
        var memory = new Dram();
        memory.Write(0x1000, [1, 2, 3]);
        if (strayByte is { } address) memory.Write(address, [1]);
        return new TargetRun(target, null) { Statistics = statistics, Memory = memory };
    }
}
