using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Runtime.Profiling;

namespace Vta.Profiling.Tests;

public sealed class ProfileReportTests
{
    public static IEnumerable<object[]> Runs => Profiles.Programs.SelectMany(name => new object[][] { [name, 0], [name, 40] });

    /// <summary>The hardware counts the same by itself, in registers.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public void Cycles_of_instructions_are_those_that_the_hardware_counts(string name, int latency)
    {
        var report = Profiles.Of(name, latency);

        report.Result!.Verified.Should().BeTrue();
        var launch = report.Launches.Should().ContainSingle().Subject;
        launch.Cycles.Should().Be(report.Result.Statistics.CycleCount);
        foreach (var unit in Enum.GetValues<Unit>())
        {
            Sum(launch.Instructions.Where(span => span.Unit == unit).Select(span => span.Cycles).Append(launch.Rest[(int)unit]))
                .Should().Be(report.Result.Cycles[(int)unit]);
            OverTime(launch.Timeline, unit).Should().Be(report.Result.Cycles[(int)unit]);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Instructions_of_a_unit_follow_each_other_without_gaps(string name, int latency)
    {
        var launch = Profiles.Of(name, latency).Launches[0];

        launch.Instructions.Select(span => span.Index).Should().Equal(Enumerable.Range(0, launch.Instructions.Count).Select(index => (uint)index));
        foreach (var unit in launch.Instructions.GroupBy(span => span.Unit))
        {
            var end = 0L;
            foreach (var span in unit)
            {
                (span.Start, span.End - span.Start).Should().Be((end, span.Cycles.Total));
                end = span.End;
            }
        }
    }

    [Fact]
    public void Beats_over_time_are_the_bytes_that_crossed_the_bus()
    {
        var report = Profiles.Of("tvm-resnet18-c8");

        var (timeline, statistics) = (report.Launches[0].Timeline, report.Result!.Statistics);
        Enumerable.Range(0, timeline.Count).Sum(timeline.Writes).Should().Be((int)(statistics[Counters.OutStoreBytes] / report.Config.BusBytes));
        var instructions = report.Launches[0].Instructions.Count * 16;
        var loads = new[] { Counters.InpLoadBytes, Counters.WgtLoadBytes, Counters.AccLoadBytes, Counters.UopLoadBytes }.Sum(counter => statistics[counter]);
        // Rows that begin or end within a word take a beat more.
        ((double)Enumerable.Range(0, timeline.Count).Sum(timeline.Reads)).Should().BeInRange((loads + instructions) / report.Config.BusBytes, 1.01 * (loads + instructions) / report.Config.BusBytes);
    }

    [Fact]
    public void A_long_run_has_longer_buckets_and_not_more()
    {
        var timeline = Profiles.Of("tvm-resnet18-c8").Launches[0].Timeline;

        timeline.BucketCycles.Should().Be(16);
        timeline.Count.Should().BeInRange(Timeline.MaxBuckets / 2, Timeline.MaxBuckets);
        Enumerable.Range(0, timeline.Count - 1).Should().AllSatisfy(bucket =>
            Enum.GetValues<UnitActivity>().Sum(activity => timeline[bucket, Unit.Compute, activity]).Should().Be(16));
    }

    [Fact]
    public void Sections_share_the_cycles_and_the_work_of_a_launch()
    {
        var whole = Profiles.Of("tvm-gemm-1");
        var parts = Profiles.WithSections("tvm-gemm-1", ("resets", 0), ("products", 4), ("rest", 17));

        parts.Sections.Select(section => (section.Name, section.Work.Instructions)).Should().Equal(("resets", 4), ("products", 13), ("rest", 12));
        parts.Sections.Sum(section => section.Cycles).Should().Be(whole.Cycles);
        parts.Sections.Sum(section => section.Ideal).Should().Be(whole.Sections[0].Ideal);
        parts.Sections.Sum(section => section.Work.GemmSteps).Should().Be(whole.Sections[0].Work.GemmSteps).And.Be(32);
        parts.Sections[0].Cycles.Should().Be(parts.Launches[0].Instructions[3].End);
        parts.Sections[0].Work.GemmSteps.Should().Be(16, "two resets of eight accumulators");
        parts.Sections[0].GemmUse.Should().BeApproximately(16.0 / parts.Sections[0].Cycles, 1e-9);
    }

    [Fact]
    public void What_stands_before_the_first_section_has_the_name_of_the_program()
    {
        Profiles.WithSections("tvm-gemm-1", ("products", 4)).Sections.Select(section => (section.Name, section.First))
            .Should().Equal(("tvm-gemm-1", 0u), ("products", 4u));
    }

    private static UnitCycles Sum(IEnumerable<UnitCycles> cycles) => cycles.Aggregate((sum, each) => sum + each);

    private static UnitCycles OverTime(Timeline timeline, Unit unit) =>
        UnitCycles.Of(activity => Enumerable.Range(0, timeline.Count).Sum(bucket => (long)timeline[bucket, unit, activity]));
}
