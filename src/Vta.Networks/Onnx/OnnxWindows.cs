using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>Window, stride and padding of operators on images.</summary>
internal static class OnnxWindows
{
    /// <summary>The order of axes inside: channels of batch × channels × height × width last.</summary>
    internal static readonly System.Collections.Immutable.ImmutableArray<int> ChannelsLast = [0, 3, 1, 2];

    /// <summary>An image with channels last.</summary>
    internal static StoredValue Image(OnnxNode node, StoredValue value) => value.Axes.Length == 4
        ? node.Scope.LaidOut(value, ChannelsLast, node.Origin)
        : throw new VtaInputException($"input: is {value.Shape}; it has to have 4 dimensions");

    /// <summary>An attribute of two numbers.</summary>
    internal static Size2D Pair(OnnxNode node, string name, Size2D? absent = null)
    {
        if (node.Integers(name) is not { } numbers)
            return absent ?? throw new VtaInputException($"{name}: is missing");
        return numbers is [var height, var width] && Math.Min(height, width) >= 1 && Math.Max(height, width) <= NetworkLimits.Extent
            ? new((int)height, (int)width)
            : throw new VtaInputException($"{name}: is {string.Join(", ", numbers)}; allowed are two numbers from 1 to {NetworkLimits.Extent}");
    }

    /// <summary>The padding by side.</summary>
    internal static Padding ReadPadding(OnnxNode node, Shape image, Size2D window, Size2D stride, Size2D dilation)
    {
        var same = Padding.Same(new(image[1], image[2]), window, stride, dilation);
        switch (node.Text("auto_pad"))
        {
            case "SAME_UPPER": return same;
            case "SAME_LOWER": return new(same.Bottom, same.Top, same.Right, same.Left);
            case "VALID": return Padding.None;
            case "" or "NOTSET": break;
            case var other: throw new VtaInputException($"auto_pad: is {other}; NOTSET, SAME_UPPER, SAME_LOWER and VALID are supported");
        }
        if (node.Integers("pads") is not { } pads)
            return Padding.None;
        return pads.Length == 4 && pads.All(pad => pad is >= 0 and <= NetworkLimits.Extent)
            ? new((int)pads[0], (int)pads[2], (int)pads[1], (int)pads[3])
            : throw new VtaInputException($"pads: are {string.Join(", ", pads)}; allowed are 4 numbers from 0 to {NetworkLimits.Extent}");
    }
}
