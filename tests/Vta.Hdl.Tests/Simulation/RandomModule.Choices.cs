using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Conditions and switches.</content>
internal sealed partial class RandomModule
{
    private void Drive(UInt register)
    {
        switch (_random.Next(8))
        {
            case 0:
                register.Set(Any(register.Width));
                break;
            case 6:
            case 7:
                DriveParts(register);
                break;
            case 1:
                Sometimes(() => register.Set(Any(register.Width)));
                break;
            case 2:
                using (When(Bit()))
                    register.Set(Any(register.Width));
                using (ElseWhen(Bit()))
                    register.Set(register + Any(register.Width));
                break;
            case 3:
                using (When(Bit()))
                    register.Set(Any(register.Width));
                for (var i = 0; i < 25; i++)
                {
                    using (ElseWhen(Bit()))
                        register.Set(Operand(register.Width));
                }
                break;
            case 4:
                Choose(() => register.Set(Any(register.Width)));
                break;
            default:
                using (When(Bit()))
                {
                    register.Set(0);
                    using (When(Bit()))
                        register.Set(Any(register.Width));
                }
                break;
        }
    }

    /// <summary>Does something always, under a condition, or in one case of a switch.</summary>
    private void Sometimes(Action action)
    {
        switch (_random.Next(4))
        {
            case 0:
                action();
                break;
            case 1:
                Choose(action);
                break;
            default:
                using (When(Bit()))
                    action();
                break;
        }
    }

    /// <summary>A switch whose default stands anywhere among the cases, and does it, as some of the cases do.</summary>
    private void Choose(Action action)
    {
        var choice = Switch(Any(3));
        var cases = _random.Next(4);
        var place = _random.Next(cases + 1);
        for (var i = 0; i <= cases; i++)
        {
            using (i == place ? choice.Default() : choice.Case(i))
            {
                if (i == place || _random.Next(2) == 0)
                    action();
            }
        }
    }

    private UInt Select(int width)
    {
        var wire = Wire(UInt(width), "chosen");
        var subject = Any(3);
        using (When(Bit()))
            wire.Set(Any(width));
        using (ElseWhen(subject == 2))
            wire.Set(Operand(width));
        using (Else())
            wire.Set(Any(width) ^ Any(width));
        return wire;
    }

    /// <summary>Bundles of one class, with and without a field.</summary>
    private UInt Fields(int width)
    {
        var type = BundleOf(() => new Some(width, hasMore: width % 2 == 0));
        var (a, b) = (Wire(type, "first"), Wire(type, "second"));
        foreach (var bundle in new[] { a, b })
        {
            bundle.Always.Set(Any(width));
            bundle.More?.Set(Any(3));
        }
        var chosen = Wire(type, "either");
        chosen.Set(Mux(Bit(), a, b));
        return chosen.More is { } more ? Cat(more, chosen.Always) : chosen.Always;
    }

    private sealed class Some(int width, bool hasMore) : Bundle
    {
        public readonly UInt Always = Field(UInt(width));
        public readonly UInt? More = hasMore ? Field(UInt(3)) : null;
    }
}
