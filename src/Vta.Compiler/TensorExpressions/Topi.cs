using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Isa;

namespace Vta.Compiler.TensorExpressions;

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

    /// <summary>Tensors one after the other along an axis.</summary>
    /// <param name="tensors">What is put together; of one type, and of one shape but for that axis.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="name">Name of the result.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">They do not fit together.</exception>
    public static SymbolicTensor Concatenate(
        IReadOnlyList<SymbolicTensor> tensors, int axis, string name = "concatenate", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (tensors.Count == 0)
            throw Error($"{name} is made of no tensors");
        var first = tensors[0];
        if (axis < 0 || axis >= first.Shape.Count)
            throw Error($"{name} is along axis {axis}; {first.Name} has axes 0 to {first.Shape.Count - 1}");
        foreach (var tensor in tensors)
        {
            if (tensor.Shape.Count != first.Shape.Count || tensor.Shape.Where((length, other) => other != axis && length != first.Shape[other]).Any())
                throw Error($"{first.Name} ({string.Join("x", first.Shape)}) and {tensor.Name} ({string.Join("x", tensor.Shape)}) differ in more than axis {axis}");
        }
        int[] shape = [.. first.Shape];
        shape[axis] = tensors.Sum(tensor => tensor.Shape[axis]);
        return Te.Compute(shape, i =>
        {
            var start = shape[axis];
            Expr? value = null;
            foreach (var tensor in tensors.Reverse())
            {
                start -= tensor.Shape[axis];
                var read = tensor[[.. i.Axes.Select((index, other) => other == axis ? index - start : index)]];
                value = value is null ? read : Te.IfThenElse(i[axis] < start + tensor.Shape[axis], read, value);
            }
            return value!;
        }, name, file, line);

        VtaInputException Error(string message) => new(message, new SourceLine(file, line).ToString());
    }
}
