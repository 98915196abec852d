using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>How often covers are reached.</summary>
public sealed class CoverCountTests
{
    private static readonly SimulationRequests s_counted = new() { CountCovers = true };

    [Fact]
    public void Covers_are_counted_at_each_edge_but_in_reset() => AllOptions.ForEachWith(new Covered().Elaborate(), s_counted, sim =>
    {
        sim.Reset(5);
        sim.Step(16);
        Counts(sim).Should().Equal(("", "every fourth", 4), ("", "never", 0), ("inner", "enabled", 16));
        sim.Reset(5);
        sim.Step(4);
        Counts(sim).Should().Equal(("", "every fourth", 5), ("", "never", 0), ("inner", "enabled", 20));
        sim.Covers[0].ToString().Should().MatchRegex(@"^ +5  every fourth \(.*CoverCountTests\.cs:\d+\)$");
    });

    [Fact]
    public void They_are_counted_where_they_are_asked_for_only() =>
        AllOptions.ForEachWith(new Covered().Elaborate(), SimulationRequests.None, sim => sim.Covers.Should().BeEmpty());

    [Fact]
    public void A_snapshot_is_the_same_with_counts_and_without()
    {
        var design = new Covered().Elaborate();
        using var counted = new Simulator(design, requests: s_counted);
        using var plain = new Simulator(design);
        counted.Reset();
        counted.Step(7);
        plain.Restore(counted.Save());
        plain.Peek("result").Should().Be(7);
    }

    private static IEnumerable<(string Module, string Name, long Count)> Counts(SimulatorBase sim) => sim.Covers.Select(c => (c.Module, c.Cover.Message, c.Count));

    private sealed class Covered : Module
    {
        public readonly UInt Result = Out(UInt(6));

        protected override void Build()
        {
            var count = Reg(UInt(6));
            count.Set(count + 1);
            using (When(count[0]))
                Cover(count[1], "every fourth");
            Cover(false, "never");
            Instance(new Inner()).Enable.Set(true);
            Result.Set(count);
        }
    }

    private sealed class Inner : Module
    {
        public readonly Bool Enable = In();

        protected override void Build() => Cover(Enable, "enabled");
    }
}
