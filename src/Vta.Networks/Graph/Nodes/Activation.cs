using System.Globalization;

namespace Vta.Networks.Graph.Nodes;

/// <summary>A clamp of real values at the end of a node.</summary>
/// <param name="Lower">The least value; negative infinity for none.</param>
/// <param name="Upper">The largest value; infinity for none.</param>
public readonly record struct Activation(float Lower, float Upper)
{
    /// <summary>All values pass.</summary>
    public static Activation None => new(float.NegativeInfinity, float.PositiveInfinity);

    public static Activation Relu => new(0, float.PositiveInfinity);

    public static Activation Relu6 => new(0, 6);

    public static Activation ReluN1To1 => new(-1, 1);

    /// <summary>This clamp, then another.</summary>
    public Activation Then(Activation next) => new(Math.Clamp(Lower, next.Lower, next.Upper), Math.Clamp(Upper, next.Lower, next.Upper));

    /// <summary>As in <c>0..6</c>.</summary>
    public override string ToString() => this == None ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Lower}..{Upper}");
}
