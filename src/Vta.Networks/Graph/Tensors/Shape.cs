using System.Collections.Immutable;
using Vta.Isa;

namespace Vta.Networks.Graph.Tensors;

/// <summary>The dimensions of a tensor, outermost first. Images are batch × height × width × channels.</summary>
public sealed class Shape : IEquatable<Shape>
{
    /// <exception cref="VtaInputException">There are too many dimensions or elements, or a dimension is below 1.</exception>
    public Shape(params IEnumerable<long> dimensions)
    {
        var all = dimensions.ToList();
        if (all.Count > NetworkLimits.Rank)
            throw new VtaInputException($"a tensor has {all.Count} dimensions; there may be {NetworkLimits.Rank}");
        var elements = 1L;
        foreach (var dimension in all)
        {
            if (dimension < 1)
                throw new VtaInputException($"a tensor is {Text(all)}; each dimension has to be 1 or more");
            if (dimension > NetworkLimits.Elements || (elements *= dimension) > NetworkLimits.Elements)
                throw new VtaInputException($"a tensor is {Text(all)}; it may have {NetworkLimits.Elements} elements");
        }
        Dimensions = [.. all.Select(dimension => (int)dimension)];
        Elements = (int)elements;
    }

    /// <summary>The dimensions, outermost first.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>How many dimensions there are.</summary>
    public int Rank => Dimensions.Length;

    /// <summary>How many elements there are.</summary>
    public int Elements { get; }

    /// <summary>A dimension; <c>^1</c> is the innermost.</summary>
    public int this[Index index] => Dimensions[index];

    /// <summary>How far apart in memory neighbours along each axis are, in elements.</summary>
    public int[] Strides()
    {
        var strides = new int[Rank];
        for (int axis = Rank - 1, stride = 1; axis >= 0; stride *= Dimensions[axis--])
            strides[axis] = stride;
        return strides;
    }

    /// <summary>The same shape with another extent along one axis.</summary>
    public Shape With(int axis, long extent) => new(Dimensions.Select((each, index) => index == axis ? extent : each));

    public bool Equals(Shape? other) => other is not null && Dimensions.SequenceEqual(other.Dimensions);

    public override bool Equals(object? other) => Equals(other as Shape);

    public override int GetHashCode() => Dimensions.Aggregate(Rank, HashCode.Combine);

    /// <summary>As in <c>1x32x32x3</c>.</summary>
    public override string ToString() => Text(Dimensions.Select(dimension => (long)dimension));

    private static string Text(IEnumerable<long> dimensions) => dimensions.Any() ? string.Join('x', dimensions) : "scalar";
}
