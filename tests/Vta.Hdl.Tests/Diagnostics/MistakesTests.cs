using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>Ordinary mistakes in a user's module, each with what the HDL answers; both stand in <c>docs/hdl/mistakes.md</c>.</summary>
public sealed class MistakesTests
{
    private static readonly SnippetPage s_page = new("docs/hdl/mistakes.md");

    private static readonly Dictionary<string, Func<Module>> s_mistakes = new()
    {
        ["Missing else"] = () => new MissingElse(),
        ["Width off by one"] = () => new WidthOffByOne(),
        ["Swapped ports"] = () => new SwappedPorts(),
        ["Double driver"] = () => new DoubleDriver(),
        ["Forgotten using"] = () => new ForgottenUsing(),
        ["Forgotten input"] = () => new ForgottenInput(),
        ["Wire instead of register"] = () => new WireInsteadOfRegister(),
        ["Number too large"] = () => new NumberTooLarge(),
        ["Statement before else"] = () => new StatementBeforeElse(),
        ["Reading inside an instance"] = () => new ReadingInside(),
        ["Some bits without a value"] = () => new SomeBits(),
        ["Bits the wrong way round"] = () => new WrongWayRound(),
    };

    public static TheoryData<string> Names => [.. s_mistakes.Keys];

    [Fact]
    public void The_module_without_mistakes_elaborates_without_a_word() => new Timer().Elaborate().Warnings.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_is_answered_as_the_page_says(string name) => s_page.Verify(new(name, () => Fails.Text(s_mistakes[name])));

    [Fact]
    public void Page_shows_the_module() => s_page.Verify(new("Timer", () => ""));

    // snippet Timer
    private class Timer : Module
    {
        public readonly Bool Start = In();
        public readonly UInt Length = In(UInt(8));
        public readonly Bool Done = Out();

        protected override void Build()
        {
            var left = Reg(UInt(8));
            using (When(Start))
                left.Set(Length);
            using (ElseWhen(left != 0))
                left.Set(left - 1);
            Done.Set(left == 0);
        }
    }
    // end

    private sealed class MissingElse : Timer
    {
        // snippet Missing else
        protected override void Build()
        {
            var left = Reg(UInt(8));
            using (When(Start))
                left.Set(Length);
            using (ElseWhen(left != 0))
                left.Set(left - 1);
            using (When(left == 0))
                Done.Set(true);
        }
        // end
    }

    private sealed class WidthOffByOne : Timer
    {
        // snippet Width off by one
        protected override void Build()
        {
            var left = Reg(UInt(7));
            using (When(Start))
                left.Set(Length);
            Done.Set(left == 0);
        }
        // end
    }

    private sealed class SwappedPorts : Timer
    {
        // snippet Swapped ports
        protected override void Build()
        {
            var timer = Instance(new Timer());
            timer.Start.Set(Start);
            timer.Length.Set(Length);
            timer.Done.Set(Done);
        }
        // end
    }

    private sealed class DoubleDriver : Timer
    {
        // snippet Double driver
        protected override void Build()
        {
            var left = Reg(UInt(8));
            using (When(Start))
                left.Set(Length);
            left.Set(left - 1);
            Done.Set(left == 0);
        }
        // end
    }

#pragma warning disable HWA001 // The analyzer finds it, too.
    private sealed class ForgottenUsing : Timer
    {
        // snippet Forgotten using
        protected override void Build()
        {
            var left = Reg(UInt(8));
            When(Start);
            left.Set(Length);
            Done.Set(left == 0);
        }
        // end
    }
#pragma warning restore HWA001

    private sealed class ForgottenInput : Timer
    {
        // snippet Forgotten input
        protected override void Build()
        {
            var timer = Instance(new Timer());
            timer.Start.Set(Start);
            Done.Set(timer.Done);
        }
        // end
    }

    private sealed class WireInsteadOfRegister : Timer
    {
        // snippet Wire instead of register
        protected override void Build()
        {
            var left = Wire(UInt(8));
            left.Set(Mux(Start, Length, left - 1));
            Done.Set(left == 0);
        }
        // end
    }

    private sealed class NumberTooLarge : Timer
    {
        // snippet Number too large
        protected override void Build()
        {
            var left = Reg(UInt(8));
            left.Set(Mux(Start, Length, left - 1));
            Done.Set(left == 256);
        }
        // end
    }

    private sealed class StatementBeforeElse : Timer
    {
        // snippet Statement before else
        protected override void Build()
        {
            var left = Reg(UInt(8));
            using (When(Start))
                left.Set(Length);
            Done.Set(left == 0);
            using (Else())
                left.Set(left - 1);
        }
        // end
    }

    private sealed class ReadingInside : Timer
    {
        // snippet Reading inside an instance
        private sealed class Inner : Module
        {
            public UInt? Left { get; private set; }

            protected override void Build() => Left = Reg(UInt(8), "left");
        }

        protected override void Build()
        {
            var inner = Instance(new Inner());
            Done.Set(inner.Left! == 0);
        }
        // end
    }

    private sealed class SomeBits : Timer
    {
        // snippet Some bits without a value
        protected override void Build()
        {
            var flags = Wire(UInt(8));
            flags[3].Set(Start);
            flags[7, 5].Set(Length[2, 0]);
            Done.Set(flags.Any());
        }
        // end
    }

    private sealed class WrongWayRound : Timer
    {
        // snippet Bits the wrong way round
        protected override void Build()
        {
            var half = Length[0, 3];
            Done.Set(half == 0);
        }
        // end
    }
}
