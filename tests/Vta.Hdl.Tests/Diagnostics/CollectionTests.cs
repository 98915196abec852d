using Vta.Hdl.Diagnostics;
using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>One run reports all that it can find.</summary>
public sealed class CollectionTests
{
    [Fact]
    public void Wrong_assignments_of_all_modules_are_reported_at_once() => Fails.With(() => new Outer()).Select(d => d.Rule)
        .Should().Equal(Rule.WidthMismatch, Rule.BitRange, Rule.IllegalTarget, Rule.LiteralRange);

    [Fact]
    public void Undriven_signals_and_lost_assignments_are_reported_at_once() => Fails.With(() => new Undriven()).Select(d => d.Rule)
        .Should().BeEquivalentTo([Rule.TwoDrivers, Rule.Undriven, Rule.Undriven, Rule.PartlyDriven]);

    [Fact]
    public void A_scope_left_open_inside_another_is_named_by_its_own_line()
    {
        var problem = Fails.With(() => new OpenInside()).Should().ContainSingle().Subject;

        problem.Rule.Should().Be(Rule.OpenScope);
        problem.Location.Should().Be(OpenInside.Inner);
    }

    [Fact]
    public void A_bundle_may_be_set_as_a_whole_and_a_field_of_it_again() => Fails.With(() => new FieldAfterBundle()).Should().BeEmpty();

    private sealed class Outer : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt B = Out(UInt(4));

        protected override void Build()
        {
            B.Set(A);
            Instance(new Inner());
            A.Set(1);
            B.Set(16);
        }

        private sealed class Inner : Module
        {
            public readonly UInt C = Out(UInt(4));

            protected override void Build()
            {
                C.Set(C[5, 2]);
                C.Set(C[0, 2]);
            }
        }
    }

    private sealed class Undriven : Module
    {
        public readonly Bool A = In();
        public readonly Bool B = Out();
        public readonly Bool C = Out();
        public readonly Bool D = Out();

        protected override void Build()
        {
            var fifo = Instance(new Fifo<UInt>(UInt(8), 2));
            fifo.Enq.Valid.Set(A);
            fifo.Enq.Payload.Set(1);
            using (When(A))
                C.Set(true);
            D.Set(true);
            D.Set(false);
        }
    }

    private sealed class OpenInside : Module
    {
        public readonly Bool A = In();
        public readonly Bool B = Out();

        public static SourceLocation Inner { get; private set; }

        protected override void Build()
        {
            B.Set(false);
            using (When(A))
            {
#pragma warning disable HWA001 // That is what is tested.
                Inner = Here();
                When(A);
#pragma warning restore HWA001
                B.Set(true);
            }
        }

        private static SourceLocation Here(
            [System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => new(file, line + 1);
    }

    private sealed class FieldAfterBundle : Module
    {
        public readonly Pair In1 = In(BundleOf(() => new Pair()));
        public readonly Pair Out1 = Out(BundleOf(() => new Pair()));

        protected override void Build()
        {
            Out1.Set(In1);
            Out1.Y.Set(!In1.Y);
        }
    }

    private sealed class Pair : Bundle
    {
        public readonly UInt X = Field(UInt(8));
        public readonly Bool Y = Field(Bool());
    }
}
