using Vta.Isa.Launch;

namespace Vta.Isa.Tests;

public sealed class LaunchStatisticsTests
{
    [Fact]
    public void The_first_counter_that_differs_is_named()
    {
        var one = new LaunchStatistics { [Counters.GemmSteps] = 4, [Counters.AluSteps] = 2 };
        var other = new LaunchStatistics { [Counters.GemmSteps] = 5, [Counters.AluSteps] = 3 };

        one.FirstDifference(other).Should().Be(("gemm_counter", 4L, 5L));
        one.FirstDifference(one with { CycleCount = 9 }).Should().BeNull();
    }

    /// <summary>Statistics leave such a counter out where it is zero.</summary>
    [Fact]
    public void A_counter_of_an_extension_may_be_zero_on_one_side() =>
        new LaunchStatistics { [Counters.ParLoadBytes] = 16 }.FirstDifference(new LaunchStatistics()).Should().Be(("par_load_nbytes", 16L, 0L));
}
