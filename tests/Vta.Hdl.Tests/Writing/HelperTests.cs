using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using static Vta.Hdl.Hw;
using static Vta.Hdl.Module;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Methods and classes, outside of any module, that add state to the module that is described.</summary>
public sealed class HelperTests
{
    [Fact]
    public void Helpers_declare_registers_where_they_are_called() => AllOptions.ForEach(new User().Elaborate(), sim =>
    {
        sim.Reset();
        foreach (var (level, edges) in new[] { (0, 0), (1, 1), (1, 1), (0, 1), (1, 2) })
        {
            sim.Poke("level", level);
            sim.Step();
            sim.Peek("edges").Should().Be(edges);
        }
    });

    [Fact]
    public void Their_registers_have_the_names_of_their_variables() =>
        VerilogEmitter.Emit(new User().Elaborate())[0].Text.Should().Contain("reg last;").And.Contain("reg [7:0] count;");

    [Fact]
    public void Outside_of_a_module_they_are_refused() =>
        FluentActions.Invoking(() => Helpers.Rises(true)).Should().Throw<HdlException>().Which.Diagnostics.Should().ContainSingle().Which.Rule.Should().Be(Rule.OutsideBuild);

    private static class Helpers
    {
        public static Bool Rises(Bool level)
        {
            var last = Reg(reset: false);
            last.Set(level);
            return level & !last;
        }
    }

    /// <summary>Counts the cycles in which it is told to.</summary>
    private sealed class Tally
    {
        public Tally(PackedType<UInt> type)
        {
            var count = Reg(type);
            Count = count;
        }

        public UInt Count { get; }

        public void Add(Bool when)
        {
            using (When(when))
                Count.Set(Count + 1);
        }
    }

    private sealed class User : Module
    {
        public readonly Bool Level = In();
        public readonly UInt Edges = Out(UInt(8));

        protected override void Build()
        {
            var tally = new Tally(UInt(8));
            tally.Add(Helpers.Rises(Level));
            Edges.Set(tally.Count);
        }
    }
}
