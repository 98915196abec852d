using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Defaults that C# conditions override while the hardware is described.</summary>
public sealed class DefaultTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void A_default_may_be_overridden_under_a_condition_of_the_description(int variant, int expected) =>
        AllOptions.ForEach(new Described<UInt>(UInt(4), o => Describe(o, variant)).Elaborate(), sim => sim.Peek("o").Should().Be(expected));

    [Fact]
    public void A_condition_that_always_holds_overrides_on_purpose() => AllOptions.ForEach(new Described<UInt>(UInt(4), o =>
    {
        o.Set(1);
        using (Module.When(true))
            o.Set(2);
    }).Elaborate(), sim => sim.Peek("o").Should().Be(2));

    [Fact]
    public void What_always_overrides_a_condition_of_the_description_is_a_second_driver() =>
        Fails.With(() => new Described<UInt>(UInt(4), o => Backwards(o, isThere: true))).Should().ContainSingle().Which.Rule.Should().Be(Rule.TwoDrivers);

    [Fact]
    public void Two_in_one_branch_are_two_drivers() =>
        Fails.With(() => new Described<UInt>(UInt(4), o => Twice(o, isThere: true))).Should().ContainSingle().Which.Rule.Should().Be(Rule.TwoDrivers);

    private static void Describe(UInt o, int variant)
    {
        o.Set(1);
        if (variant == 1)
            o.Set(2);
        if (variant == 2)
        {
            o.Set(3);
        }
        switch (variant)
        {
            case 3:
                o.Set(4);
                break;
            default:
                if (variant < 4)
                    return;
                else
                    o.Set(5);
                break;
        }
    }

    private static void Backwards(UInt o, bool isThere)
    {
        if (isThere)
            o.Set(1);
        o.Set(2);
    }

    private static void Twice(UInt o, bool isThere)
    {
        if (!isThere)
            return;
        if (isThere)
        {
            o.Set(1);
            o.Set(2);
        }
    }
}
