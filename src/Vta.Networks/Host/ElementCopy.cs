using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>Picks elements of any type.</summary>
internal static class ElementCopy
{
    /// <summary>Makes an output of elements of an input.</summary>
    /// <param name="input">Where they come from.</param>
    /// <param name="output">Of the same type.</param>
    /// <param name="memory">Holds the values.</param>
    /// <param name="sources">For each element of the output, the one of the input.</param>
    internal static void Run(Tensor input, Tensor output, TensorMemory memory, int[] sources)
    {
        var bytes = input.Type.Bytes();
        var source = memory.Bytes(input);
        var target = memory.Create<byte>(output);
        for (var at = 0; at < sources.Length; at++)
            source.Slice(sources[at] * bytes, bytes).CopyTo(target[(at * bytes)..]);
    }
}
