using System.Collections.Immutable;
using System.Globalization;

namespace Vta.Networks.Graph.Tensors;

/// <summary>What the integers of a tensor stand for: scale × (integer − zero point).</summary>
/// <param name="Scales">One, or one for each index of <paramref name="Axis"/>.</param>
/// <param name="ZeroPoints">As many as <paramref name="Scales"/>.</param>
/// <param name="Axis">The axis along which they differ; of no meaning where there is one.</param>
public sealed record Quantization(ImmutableArray<float> Scales, ImmutableArray<int> ZeroPoints, int Axis = 0)
{
    /// <summary>One scale and zero point for the whole tensor.</summary>
    public Quantization(float scale, int zeroPoint)
        : this([scale], [zeroPoint])
    {
    }

    /// <summary>Whether there is more than one scale.</summary>
    public bool IsPerChannel => Scales.Length > 1;

    /// <summary>The scale of a channel, which is the one scale where there is one.</summary>
    public float Scale(int channel = 0) => Scales[IsPerChannel ? channel : 0];

    /// <summary>The zero point of a channel.</summary>
    public int ZeroPoint(int channel = 0) => ZeroPoints[IsPerChannel ? channel : 0];

    public bool Equals(Quantization? other) => other is not null
        && Scales.SequenceEqual(other.Scales) && ZeroPoints.SequenceEqual(other.ZeroPoints) && (!IsPerChannel || Axis == other.Axis);

    /// <summary>As in <c>scale 0.039 zero point -128</c>.</summary>
    public override string ToString()
    {
        var scales = IsPerChannel ? $"scales {Text(Scales.Min())}..{Text(Scales.Max())} along axis {Axis}" : $"scale {Text(Scale())}";
        var (least, most) = (ZeroPoints.Min(), ZeroPoints.Max());
        return $"{scales} zero point {(least == most ? $"{least}" : $"{least}..{most}")}";
    }

    public override int GetHashCode() => HashCode.Combine(Scales.Length, Scales[0], ZeroPoints[0]);

    private static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);
}
