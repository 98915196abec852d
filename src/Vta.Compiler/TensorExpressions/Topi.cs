using System.Runtime.CompilerServices;
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
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    public static SymbolicTensor Pad(
        SymbolicTensor tensor, IReadOnlyList<int> before, IReadOnlyList<int>? after = null, int value = 0, string name = "pad",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        after ??= before;
        if (before.Count != tensor.Shape.Count || after.Count != tensor.Shape.Count)
            throw Error($"{tensor.Name} has {tensor.Shape.Count} axes and is padded along {before.Count} before and {after.Count} after");
        if (before.Concat(after).Any(pad => pad < 0))
            throw Error($"{tensor.Name} is padded by ({string.Join(", ", before)}) before and ({string.Join(", ", after)}) after; a padding is 0 or more");
        int[] shape = [.. tensor.Shape.Select((length, axis) => before[axis] + length + after[axis])];
        return Te.Compute(shape, i =>
        {
            Expr inside = Constant.Of(true);
            for (var axis = 0; axis < i.Count; axis++)
            {
                if (before[axis] > 0)
                    inside &= before[axis] <= i[axis];
                if (after[axis] > 0)
                    inside &= i[axis] < before[axis] + tensor.Shape[axis];
            }
            var read = tensor[[.. before.Select((pad, axis) => i[axis] - pad)]];
            return inside is Constant ? read : Te.IfThenElse(inside, read, value);
        }, name, file, line);

        VtaInputException Error(string message) => new(message, new SourceLine(file, line).ToString());
    }
}
