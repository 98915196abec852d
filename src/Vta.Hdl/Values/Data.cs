using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>A value in the hardware: packed bits (<see cref="Packed"/>) or a <see cref="Bundle"/> of named fields.</summary>
public abstract class Data
{
    /// <summary>The packed values it is made of, in order.</summary>
    public abstract IReadOnlyList<Expression> Leaves { get; }

    /// <summary>What <see cref="Leaves"/> are called.</summary>
    internal abstract IReadOnlyList<Leaf> Fields { get; }

    /// <summary>The description this value was made from.</summary>
    internal abstract object UntypedType { get; }
}

/// <summary>What any value can do.</summary>
public static class DataExtensions
{
    /// <summary>
    /// Drives this output, wire, register or instance input, or a bit, slice, field or element of one, with a value of the same type, under the conditions
    /// in force.
    /// </summary>
    /// <exception cref="HdlException">
    /// Thrown by <see cref="Module.Elaborate"/>, with all else that was found. HW0001: the widths differ. HW0002: a literal does not fit. HW0007: the
    /// target can't be set here. HW0012: a later assignment of the same block overrides this one. HW0006, at once: nothing is being described.
    /// </exception>
    public static void Set<T>(
        this T target, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var location = new SourceLocation(file, line);
        var to = target.Leaves;
        var from = value.Leaves;
        if (Matching.Difference(target.Fields, value.Fields) is { } difference)
        {
            BuildContext.Current(location).Report(Rule.WidthMismatch, $"what is set and what it is set to are not of one type: {difference}", location);
            return;
        }
        for (var i = 0; i < to.Count; i++)
            BuildContext.Current(location).Assign(to[i], from[i], location, isField: to.Count > 1);
    }

    /// <summary>The description of a value.</summary>
    public static HwType<T> TypeOf<T>(this T value)
        where T : Data => (HwType<T>)value.UntypedType;

    /// <summary>All bits of a value side by side, the first field in the lowest bits.</summary>
    public static UInt AsBits(this Data value) => new(Make.Join(value.Leaves.Reverse().ToArray()));
}
