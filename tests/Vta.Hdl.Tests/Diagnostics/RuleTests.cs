using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

#pragma warning disable HWA001, HWA004 // The analyzer finds some of these, too.

/// <summary>An example of each rule, with its message; both stand in <c>docs/hdl/diagnostics.md</c>.</summary>
public sealed class RuleTests
{
    private static readonly SnippetPage s_page = new("docs/hdl/diagnostics.md");

    private static readonly Dictionary<Rule, Func<string>> s_examples = new()
    {
        [Rule.WidthMismatch] = () => Fails.Text(() => new WidthMismatch.Example()),
        [Rule.LiteralRange] = () => Fails.Text(() => new LiteralRange.Example()),
        [Rule.Undriven] = () => Fails.Text(() => new Undriven.Example()),
        [Rule.PartlyDriven] = () => Fails.Text(() => new PartlyDriven.Example()),
        [Rule.CombinationalLoop] = () => Fails.Text(() => new CombinationalLoop.Example()),
        [Rule.OutsideBuild] = () => Fails.Text(() => new OutsideBuild.Example()),
        [Rule.IllegalTarget] = () => Fails.Text(() => new IllegalTarget.Example()),
        [Rule.IllegalRead] = () => Fails.Text(() => new IllegalRead.Example()),
        [Rule.ElseWithoutWhen] = () => Fails.Text(() => new ElseWithoutWhen.Example()),
        [Rule.BitRange] = () => Fails.Text(() => new BitRange.Example()),
        [Rule.Parameter] = () => Fails.Text(() => new Parameter.Example()),
        [Rule.TwoDrivers] = () => Fails.Text(() => new TwoDrivers.Example()),
        [Rule.OpenScope] = () => Fails.Text(() => new OpenScope.Example()),
        [Rule.DeadLogic] = () => string.Join('\n', new DeadLogic.Example().Elaborate().Warnings),
        [Rule.ClockCrossing] = () => Fails.Text(() => new ClockCrossing.Example()),
        [Rule.RepeatedCase] = () => Fails.Text(() => new RepeatedCase.Example()),
        [Rule.NoModel] = () => NoModel.Simulate(),
        [Rule.NewBundle] = () => Fails.Text(() => new NewBundle.Example()),
        [Rule.ChangedName] = () => string.Join('\n', new ChangedName.Example().Elaborate().Warnings),
        [Rule.NameOfBlackBox] = () => Fails.Text(() => new NameOfBlackBox.Example()),
        [Rule.MadeClock] = () => Fails.Text(() => new MadeClock.Example()),
        [Rule.ClockName] = () => Fails.Text(() => new ClockName.Example()),
        [Rule.Latency] = () => Fails.Text(() => new Latency.Example()),
        [Rule.Connection] = () => Fails.Text(() => new Connection.Example()),
        [Rule.TriState] = () => Fails.Text(() => new TriState.Example()),
    };

    public static TheoryData<Rule> Rules => [.. Enum.GetValues<Rule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_has_a_section_with_an_example_and_its_message(Rule rule) => s_page.Verify(new($"HW{(int)rule:0000} {rule}", s_examples[rule]));

    [Fact]
    public void Page_has_no_section_for_a_rule_that_is_not_there() => s_page.Headings.Where(h => h.StartsWith("HW0", StringComparison.Ordinal))
        .Should().Equal(Enum.GetValues<Rule>().Select(r => $"HW{(int)r:0000} {r}"));

    private static class WidthMismatch
    {
        public sealed class Example : Module
        {
            // snippet HW0001 WidthMismatch
            public readonly UInt A = In(UInt(12));
            public readonly UInt B = Out(UInt(8));

            protected override void Build() => B.Set(A);
            // end
        }
    }

    private static class LiteralRange
    {
        public sealed class Example : Module
        {
            // snippet HW0002 LiteralRange
            public readonly UInt A = Out(UInt(4));

            protected override void Build() => A.Set(16);
            // end
        }
    }

    private static class Undriven
    {
        public sealed class Example : Module
        {
            // snippet HW0003 Undriven
            public readonly Bool A = Out();

            protected override void Build()
            {
            }
            // end
        }
    }

    private static class PartlyDriven
    {
        public sealed class Example : Module
        {
            // snippet HW0004 PartlyDriven
            public readonly UInt Op = In(UInt(2));
            public readonly UInt A = Out(UInt(4));

            protected override void Build()
            {
                var op = Switch(Op);
                using (op.Case(0))
                    A.Set(1);
                using (op.Case(1))
                    A.Set(2);
            }
            // end
        }
    }

    private static class CombinationalLoop
    {
        public sealed class Example : Module
        {
            // snippet HW0005 CombinationalLoop
            public readonly UInt A = In(UInt(2));
            public readonly UInt B = Out(UInt(2));

            protected override void Build()
            {
                var x = Wire(UInt(2));
                var y = Wire(UInt(2));
                x.Set(Cat(y[0], A[0]));
                y.Set(Cat(A[1], x[1]));
                B.Set(x);
            }
            // end
        }
    }

    private static class OutsideBuild
    {
        public sealed class Example : Module
        {
            // snippet HW0006 OutsideBuild
            public readonly Bool A = Out();

            public Example() => A.Set(true);

            protected override void Build()
            {
            }
            // end
        }
    }

    private static class IllegalTarget
    {
        public sealed class Example : Module
        {
            // snippet HW0007 IllegalTarget
            public readonly Bool A = In();

            protected override void Build() => A.Set(true);
            // end
        }
    }

    private static class IllegalRead
    {
        public sealed class Example : Module
        {
            // snippet HW0008 IllegalRead
            private sealed class Inner : Module
            {
                public Bool? Flag { get; private set; }

                protected override void Build() => Flag = Reg(false, "flag");
            }

            public readonly Bool A = Out();

            protected override void Build() => A.Set(Instance(new Inner()).Flag!);
            // end
        }
    }

    private static class ElseWithoutWhen
    {
        public sealed class Example : Module
        {
            // snippet HW0009 ElseWithoutWhen
            public readonly Bool A = Out();

            protected override void Build()
            {
                A.Set(false);
                using (Else())
                    A.Set(true);
            }
            // end
        }
    }

    private static class BitRange
    {
        public sealed class Example : Module
        {
            // snippet HW0010 BitRange
            public readonly UInt A = In(UInt(8));
            public readonly Bool B = Out();

            protected override void Build() => B.Set(A[8]);
            // end
        }
    }

    private static class Parameter
    {
        public sealed class Example : Module
        {
            // snippet HW0011 Parameter
            protected override void Build() => Instance(new Fifo<UInt>(UInt(8), depth: 1));
            // end
        }
    }

    private static class TwoDrivers
    {
        public sealed class Example : Module
        {
            // snippet HW0012 TwoDrivers
            public readonly UInt A = Out(UInt(4));

            protected override void Build()
            {
                A.Set(1);
                A.Set(2);
            }
            // end
        }
    }

    private static class OpenScope
    {
        public sealed class Example : Module
        {
            // snippet HW0013 OpenScope
            public readonly Bool A = In();
            public readonly Bool B = Out();

            protected override void Build()
            {
                B.Set(false);
                When(A);
                B.Set(true);
            }
            // end
        }
    }

    private static class DeadLogic
    {
        public sealed class Example : Module
        {
            // snippet HW0014 DeadLogic
            public readonly Bool A = In();
            public readonly Bool B = Out();

            protected override void Build()
            {
                var last = RegNext(A);
                B.Set(!A);
            }
            // end
        }
    }

    private static class ChangedName
    {
        public sealed class Example : Module
        {
            // snippet HW0019 ChangedName
            public readonly Bool Вход = In();
            public readonly Bool End = Out();

            protected override void Build() => End.Set(Вход);
            // end
        }
    }

    private static class NameOfBlackBox
    {
        private sealed class Elsewhere() : BlackBox("Example")
        {
            public readonly Bool I = In();
        }

        public sealed class Example : Module
        {
            // snippet HW0020 NameOfBlackBox
            public readonly Bool A = In();

            protected override void Build() => Instance(new Elsewhere()).I.Set(A); // a BlackBox("Example")
            // end
        }
    }

    private static class MadeClock
    {
        public sealed class Example : Module
        {
            // snippet HW0022 MadeClock
            public readonly Bool A = In();
            public readonly Bool B = Out();

            protected override void Build()
            {
                var busy = Reg(false);
                busy.Set(A);
                using (Domain(ClockFrom(busy & A, "rare")))
                    B.Set(Reg(true, "seen"));
            }
            // end
        }
    }

    private static class ClockName
    {
        public sealed class Example : Module
        {
            // snippet HW0021 ClockName
            public readonly Bool A = Out();
            public readonly Bool B = Out();

            protected override void Build()
            {
                using (Domain(new("fast") { Reset = ResetKind.AsynchronousLow }))
                {
                    var a = Reg(true);
                    A.Set(a);
                }
                using (Domain(new("fast")))
                {
                    var b = Reg(true);
                    B.Set(b);
                }
            }
            // end
        }
    }

    private static class ClockCrossing
    {
        public sealed class Example : Module
        {
            // snippet HW0015 ClockCrossing
            public readonly Bool A = In();
            public readonly Bool B = Out();

            protected override void Build()
            {
                var slow = Reg(false);
                slow.Set(A);
                using (Domain(new("fast")))
                {
                    var fast = Reg(false);
                    fast.Set(slow);
                    B.Set(fast);
                }
            }
            // end
        }
    }

    private static class RepeatedCase
    {
        public sealed class Example : Module
        {
            // snippet HW0016 RepeatedCase
            public readonly UInt Op = In(UInt(2));
            public readonly Bool A = Out();

            protected override void Build()
            {
                A.Set(false);
                var op = Switch(Op);
                using (op.Case(1))
                    A.Set(true);
                using (op.Case([1, 2]))
                    A.Set(Op[1]);
            }
            // end
        }
    }

    private static class NoModel
    {
        public static string Simulate()
        {
            try
            {
                using var simulator = new Vta.Hdl.Simulation.ReferenceSimulator(new Example().Elaborate());
                return "";
            }
            catch (HdlException e)
            {
                return e.Message;
            }
        }

        private sealed class Example : Module
        {
            // snippet HW0017 NoModel
            private sealed class Pad() : BlackBox("PAD")
            {
                public readonly Bool Y = Out();
            }

            public readonly Bool A = Out();

            protected override void Build() => A.Set(Instance(new Pad()).Y);
            // end
        }
    }

    private static class NewBundle
    {
        public sealed class Example : Module
        {
            // snippet HW0018 NewBundle
            private sealed class Point : Bundle
            {
                public readonly UInt X = Field(UInt(8));
            }

            public readonly UInt A = Out(UInt(8));

            protected override void Build() => A.Set(new Point().X);
            // end
        }
    }

    private static class Latency
    {
        public sealed class Example : Module
        {
            // snippet HW0023 Latency
            public readonly UInt A = In(UInt(8));
            public readonly UInt B = In(UInt(8));
            public readonly UInt C = Out(UInt(8));

            protected override void Build()
            {
                var quotient = Timed.Now(A).DivRem(Timed.Now(B), cycles: 4).Quotient;
                C.Set(quotient.Join(Timed.Now(B), (q, b) => q + b).At(4));
            }
            // end
        }
    }

    private static class Connection
    {
        // snippet HW0024 Connection
        public sealed class Bus : Interface
        {
            public readonly UInt Address = In(UInt(4));
            public readonly UInt Data = Out(UInt(8));
        }

        public sealed class Device : Module
        {
            public readonly Bus Bus = Ports(() => new Bus());

            protected override void Build() => Bus.Data.Set(Bus.Address.Extend(8));
        }

        public sealed class Example : Module
        {
            public readonly Bus Bus = Flipped(() => new Bus());

            protected override void Build() => Bus.Connect(Instance(new Device()).Bus);
        }
        // end
    }

    private static class TriState
    {
        // snippet HW0025 TriState
        public sealed class Driver : Module
        {
            public readonly Inout<UInt> Bus = Inout(UInt(8));
            public readonly Bool Enable = In();

            protected override void Build() => Bus.Drive(1, Enable);
        }

        public sealed class Example : Module
        {
            public readonly Inout<UInt> Bus = Inout(UInt(8));
            public readonly Bool Select = In();

            protected override void Build()
            {
                var (first, second) = (Instance(new Driver()), Instance(new Driver()));
                first.Enable.Set(Select);
                second.Enable.Set(!Select);
                Bus.Connect(first.Bus);
                Bus.Connect(second.Bus);
            }
        }
        // end
    }
}
