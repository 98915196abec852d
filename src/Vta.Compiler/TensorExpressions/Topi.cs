using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Tensor expressions that many operators need.</summary>
public static class Topi
{
    /// <summary>A tensor with values around it.</summary>
    /// <param name="tensor">What is padded.</param>
    /// <param name="before">Values before it, along each axis.</param>
    /// <param name="after">Values after it; as many as before when left out.</param>
    /// <param name="value">What is put there.</param>
    /// <param name="name">Name of the result.</param>
    public static SymbolicTensor Pad(
        SymbolicTensor tensor, IReadOnlyList<int> before, IReadOnlyList<int>? after = null, int value = 0, string name = "pad")
    {
        after ??= before;
        if (before.Count != tensor.Shape.Count || after.Count != tensor.Shape.Count)
            throw new VtaInputException($"{tensor.Name} has {tensor.Shape.Count} axes and is padded along {before.Count} and {after.Count}");
        int[] shape = [.. tensor.Shape.Select((length, axis) => before[axis] + length + after[axis])];
        return Te.Compute(shape, i =>
        {
            Expr inside = new Constant(1).As(DataType.Bool);
            for (var axis = 0; axis < i.Count; axis++)
            {
                if (before[axis] > 0)
                    inside &= before[axis] <= i[axis];
                if (after[axis] > 0)
                    inside &= i[axis] < before[axis] + tensor.Shape[axis];
            }
            var read = tensor[[.. before.Select((pad, axis) => i[axis] - pad)]];
            return inside is Constant ? read : Te.IfThenElse(inside, read, value);
        }, name);
    }
}
