using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>An assignment whose place the hardware computes: all bits where it can be become one value, with a mask moved to that place.</summary>
internal static class ComputedPlace
{
    public static DrivenBits Set(Assign assign, DrivenBits before, Origin origin)
    {
        var (low, width) = (origin.Low, origin.Width);
        var ranges = before.Between(low, low + width).ToArray();
        if (ranges.Any(r => r.Source is null))
            return before.With([.. ranges.Select(r => r.Source is null ? r with { Origin = origin, Gap = r.Gap ?? assign } : r with { Origin = origin })]);
        var old = Make.Join([.. ranges.Reverse().Select(r => r.Value!)]);
        return before.With(new DrivenRange(low, width, Replaced(old, assign), 0) { Origin = origin });
    }

    private static Expression Replaced(Expression old, Assign assign)
    {
        var (part, width) = (assign.Part, old.Width);
        var place = Place(part, width);
        var mask = Make.Operate(BinaryOperator.ShiftLeft, Make.Constant(Bits.Mask(part.Width), width), place);
        var value = Make.Operate(BinaryOperator.ShiftLeft, Make.Extend(assign.Value, width, signed: false), place);
        return Make.Operate(BinaryOperator.Or, Make.Operate(BinaryOperator.And, old, Make.Not(mask)), value);
    }

    /// <summary>How far the indices move the part. None is past its last element, so that the sum fits.</summary>
    private static Expression Place(SignalPart part, int width)
    {
        var bits = Math.Max(1, Bits.IndexWidth(width));
        return part.Indices.Select(Offset).Aggregate((a, b) => Make.Operate(BinaryOperator.Add, a, b));

        Expression Offset(PartIndex index)
        {
            var number = index.Index.Width > bits ? Make.Take(index.Index, 0, bits) : Make.Extend(index.Index, bits, signed: false);
            return index.Stride == 1 ? number : Make.Multiply(number, Make.Constant(index.Stride, bits));
        }
    }
}
