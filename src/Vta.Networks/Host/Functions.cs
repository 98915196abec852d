using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>Functions of one element.</summary>
internal static class Functions
{
    internal static void Run(Tensor input, Tensor output, TensorMemory memory, FunctionNumbers numbers)
    {
        var source = memory.Read<sbyte>(input);
        var target = memory.Create<sbyte>(output);
        for (var at = 0; at < source.Length; at++)
            target[at] = numbers.Apply(source[at]);
    }
}
