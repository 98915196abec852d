using Vta.Isa;

namespace Vta.Networks.Graph.Tensors;

/// <summary>Axes as files have them: negative ones count from the end.</summary>
internal static class Axes
{
    /// <exception cref="VtaInputException">There is no such axis.</exception>
    internal static int Resolve(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw new VtaInputException($"axis: is {axis}; the tensor has {rank} axes");
}
