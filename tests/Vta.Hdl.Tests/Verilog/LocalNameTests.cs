using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>The names that the source generator takes from C# variables.</summary>
public sealed class LocalNameTests
{
    [Fact]
    public void Variables_give_their_names_to_what_they_hold()
    {
        var top = new Named().Elaborate().Top;

        top.Signals.Select(s => s.Name).Should().Equal(
            "plain", "on_several_lines", "first", "second", "outer_delayed", "outer", "converted", "field", "looped", "looped_2",
            "listed", "listed_2", "in_a_lambda", "word", "request_address", "request_last", "x_reg", "value");
        top.Memories.Select(m => m.Name).Should().Equal("storage");
        top.Instances.Select(i => i.Name).Should().Equal("unit", "named");
    }

    [Fact]
    public void Locations_are_relative_to_the_repository()
    {
        var plain = new Named().Elaborate().Top.Signals[0];

        plain.Location.ToString().Should().MatchRegex(@"^tests/Vta\.Hdl\.Tests/Verilog/LocalNameTests\.cs:\d+$");
    }

    private sealed class Request : Bundle
    {
        public readonly UInt Address = Field(UInt(8));
        public readonly Bool Last = Field(Bool());
    }

    private sealed class Child : Module
    {
        public readonly UInt X = In(UInt(8));

        protected override void Build()
        {
        }
    }

    private sealed class Named : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        private UInt? _field;

        protected override void Build()
        {
            var plain = Reg(UInt(8));
            var onSeveralLines = Let(
                plain
                    + X);
            UInt first = Reg(UInt(8)), second = Reg(UInt(8));
            var outer = Let(RegNext(first) + second);
            var converted = Reg(UInt(8)).AsSInt();
            _field = Reg(UInt(8));
            for (var i = 0; i < 2; i++)
            {
                var looped = Reg(UInt(8));
                looped.Set(X);
            }
            var listed = Enumerable.Range(0, 2).Select(_ => Reg(UInt(8))).ToArray();
            Func<UInt> make = () =>
            {
                var inALambda = Reg(UInt(8));
                return inALambda;
            };
            make();
            var storage = Mem(UInt(8), 4);
            var word = storage.Read(X.Trunc(2));
            var request = Reg(BundleOf(() => new Request()));
            var x = Reg(UInt(8));
            var unit = Instance(new Child());
            var other = Instance(new Child(), name: "named");
            unit.X.Set(onSeveralLines + outer + converted.AsUInt() + word + request.Address + x + listed[0]);
            other.X.Set(_field);
            Y.Set(Let(second));
        }
    }
}
