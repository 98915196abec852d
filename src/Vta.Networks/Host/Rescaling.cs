using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>The same values under other numbers, clamped.</summary>
internal static class Rescaling
{
    internal static void Run(Tensor input, Tensor output, TensorMemory memory, RescaleNumbers numbers)
    {
        var source = memory.Bytes(input);
        var target = memory.Create<byte>(output);
        for (var at = 0; at < source.Length; at++)
            target[at] = (byte)numbers.Apply(input.Type == ElementType.UInt8 ? source[at] : (sbyte)source[at]);
    }
}
