using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>Bundles with other values in a field.</summary>
public static class BundleExtensions
{
    /// <summary>
    /// The same bundle, but for one field: <c>line.With(l =&gt; l.Tag, tag)</c>. From <see cref="HwType{T}.Zero"/> on it makes constants.
    /// </summary>
    /// <exception cref="HdlException">HW0001: the value has another width. HW0002: it does not fit. HW0007: the function gives no field of the bundle.</exception>
    public static T With<T>(this T bundle, Func<T, UInt> field, UInt value)
        where T : Bundle => With<T, UInt>(bundle, field, value);

    /// <summary>As <see cref="With{T}(T, Func{T, UInt}, UInt)"/>.</summary>
    public static T With<T>(this T bundle, Func<T, SInt> field, SInt value)
        where T : Bundle => With<T, SInt>(bundle, field, value);

    /// <summary>As <see cref="With{T}(T, Func{T, UInt}, UInt)"/>.</summary>
    public static T With<T>(this T bundle, Func<T, Bool> field, Bool value)
        where T : Bundle => With<T, Bool>(bundle, field, value);

    /// <summary>As <see cref="With{T}(T, Func{T, UInt}, UInt)"/>, for a field that is a vector or a bundle.</summary>
    public static T With<T, TField>(this T bundle, Func<T, TField> field, TField value)
        where T : Bundle
        where TField : Data
    {
        var type = bundle.TypeOf();
        var places = type.Leaves.Select(l => new Signal(l.Name, l.Width, SignalKind.Wire, default)).ToList();
        var chosen = field(type.Bind(places));
        var values = Matching.Leaves(chosen.TypeOf(), value, "what the field gets");
        var leaves = bundle.Leaves.ToArray();
        for (var i = 0; i < values.Count; i++)
        {
            var place = chosen.Leaves[i] is Signal signal ? places.IndexOf(signal) : -1;
            leaves[place >= 0 ? place : throw Require.Fail(Rule.IllegalTarget, "With takes a field of the bundle, not what is computed from one")] = values[i];
        }
        return type.Bind(leaves);
    }
}
