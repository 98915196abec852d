using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>The windows of a pooling, clipped to the image.</summary>
internal sealed class PoolingWindows(Shape input, Shape output, Size2D window, Size2D stride, Padding padding)
{
    /// <summary>The input's elements under the window of an output element.</summary>
    internal IEnumerable<int> Elements(int outputElement)
    {
        var channel = outputElement % output[3];
        var x = outputElement / output[3] % output[2];
        var y = outputElement / output[3] / output[2] % output[1];
        var batch = outputElement / output[3] / output[2] / output[1];
        var (top, left) = (y * stride.Height - padding.Top, x * stride.Width - padding.Left);
        for (var row = Math.Max(top, 0); row < Math.Min(top + window.Height, input[1]); row++)
            for (var column = Math.Max(left, 0); column < Math.Min(left + window.Width, input[2]); column++)
                yield return ((batch * input[1] + row) * input[2] + column) * input[3] + channel;
    }
}
