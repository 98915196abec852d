namespace Vta.Networks.Graph.Tensors;

/// <summary>Goes through the elements of a box in order.</summary>
internal static class StridedWalk
{
    /// <summary>For each element of <paramref name="box"/> in order: <paramref name="start"/>, and each index times its stride.</summary>
    internal static int[] Indices(Shape box, int start, ReadOnlySpan<int> strides)
    {
        var result = new int[box.Elements];
        Span<int> index = stackalloc int[box.Rank];
        var at = start;
        for (var element = 0; element < result.Length; element++)
        {
            result[element] = at;
            for (var axis = box.Rank - 1; axis >= 0; axis--)
            {
                at += strides[axis];
                if (++index[axis] < box[axis])
                    break;
                at -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return result;
    }
}
