using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Whether two values have the same fields: bundles of one class need not, as their constructors may leave fields out. Fixed-point numbers need their point at one place.</summary>
internal static class Matching
{
    /// <summary>The first field that one has and the other lacks, or that has two places, in the words of a message; null where all fields match.</summary>
    public static string? Difference(IReadOnlyList<Leaf> first, IReadOnlyList<Leaf> second)
    {
        if (ReferenceEquals(first, second) || first.Select(f => f.Name).SequenceEqual(second.Select(f => f.Name)))
            return PointDifference(first, second);
        var (a, b) = (first.Select(f => f.Name).ToArray(), second.Select(f => f.Name).ToArray());
        if (a.Except(b).FirstOrDefault() is { } missing)
            return $"the second has no field '{missing}'";
        if (b.Except(a).FirstOrDefault() is { } added)
            return $"the first has no field '{added}'";
        return $"the field '{a.Zip(b).First(f => f.First != f.Second).First}' has another place in the second";
    }

    private static string? PointDifference(IReadOnlyList<Leaf> first, IReadOnlyList<Leaf> second)
    {
        var (a, b) = first.Zip(second).FirstOrDefault(p => p.First.FractionBits != p.Second.FractionBits);
        return a.FractionBits == b.FractionBits
            ? null
            : $"{(string.IsNullOrEmpty(a.Name) ? "the first has" : $"the field '{a.Name}' of the first has")} {a.FractionBits} bits behind the point, and the second has {b.FractionBits}";
    }

    /// <summary>The parts of a value for a type: literals take the width, and their sign, from it.</summary>
    /// <exception cref="HdlException">HW0001: a field is missing, or has another width. HW0002: a literal does not fit.</exception>
    public static IReadOnlyList<Expression> Leaves<T>(HwType<T> type, T value, string what)
        where T : Data
    {
        if (Difference(type.Leaves, value.Fields) is { } difference)
            throw Require.Fail(Rule.WidthMismatch, $"{what} is not of the type that it has to be of: {difference}");
        return [.. type.Leaves.Zip(value.Leaves, (leaf, part) =>
        {
            var sized = Require.Sized(part, leaf.Width, signed: value is SInt);
            Require.SameWidth(leaf.Name.Length == 0 ? what : $"{what}, field '{leaf.Name}',", sized, leaf.Width);
            return sized;
        })];
    }
}
