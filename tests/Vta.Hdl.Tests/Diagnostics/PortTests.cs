using Vta.Hdl.Diagnostics;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>The ports of a module that never came to be are not those of the next.</summary>
public sealed class PortTests
{
    [Fact]
    public void Ports_of_a_module_whose_initialiser_throws_are_forgotten()
    {
        FluentActions.Invoking(() => new Throws()).Should().Throw<HdlException>();

        new Good().Elaborate().Top.Ports.Select(p => p.Name).Should().Equal("a", "more_valid", "more_ready", "more", "b");
    }

    [Fact]
    public void Ports_of_a_module_whose_constructor_throws_are_forgotten()
    {
        FluentActions.Invoking(() => new ThrowsLate()).Should().Throw<InvalidOperationException>();

        new Good().Elaborate().Top.Ports.Select(p => p.Name).Should().Equal("a", "more_valid", "more_ready", "more", "b");
    }

    [Fact]
    public void An_exception_that_is_caught_keeps_the_ports()
    {
        new Catches().Elaborate().Top.Ports.Select(p => p.Name).Should().Equal("a", "b");
    }

    [Fact]
    public void A_port_that_is_declared_too_late_is_refused() =>
        Fails.Text(() => new Late()).Should().Contain("PortTests.cs:").And.Contain("HW0006").And.Contain("'a' belongs to no module");

    private sealed class Good : Module
    {
        public readonly Bool A = In();
        public readonly Stream<UInt> More = Sink(UInt(2));
        public readonly Bool B = Out();

        protected override void Build()
        {
            B.Set(A & More.Valid);
            More.Ready.Set(More.Payload[0]);
        }
    }

    private sealed class Throws : Module
    {
        public readonly Bool Lost = In();
        public readonly UInt Wrong = In(UInt(0));

        protected override void Build()
        {
        }
    }

    private sealed class ThrowsLate : Module
    {
        public readonly Bool Lost = In();

        public ThrowsLate()
        {
            _ = In(UInt(8), "late");
            throw new InvalidOperationException("no");
        }

        protected override void Build()
        {
        }
    }

    private sealed class Catches : Module
    {
        public readonly Bool A = In();
        public readonly UInt B = Out(UInt(Width()));

        protected override void Build() => B.Set(A.Repeat(3));

        private static int Width()
        {
            try
            {
                return int.Parse("three");
            }
            catch (FormatException)
            {
                return 3;
            }
        }
    }

    private sealed class Late : Module
    {
        public readonly Bool A;

        public Late() => A = In("a");

        protected override void Build()
        {
        }
    }
}
