namespace Vta.Networks.Graph.Nodes;

/// <summary>Rows and columns around an image, by side. They hold the zero point.</summary>
public readonly record struct Padding(int Top, int Bottom, int Left, int Right)
{
    /// <summary>No padding.</summary>
    public static Padding None => default;

    /// <summary>As few as make ceil(input ÷ stride) outputs; the odd one is below or to the right.</summary>
    /// <param name="image">Rows and columns of the input.</param>
    /// <param name="window">Of the operation.</param>
    /// <param name="stride">Of the operation.</param>
    /// <param name="dilation">Of the operation.</param>
    public static Padding Same(Size2D image, Size2D window, Size2D stride, Size2D dilation)
    {
        var (top, bottom) = Same(image.Height, window.Height, stride.Height, dilation.Height);
        var (left, right) = Same(image.Width, window.Width, stride.Width, dilation.Width);
        return new(top, bottom, left, right);
    }

    /// <summary>As in <c>t0 b1 l0 r1</c>.</summary>
    public override string ToString() => $"t{Top} b{Bottom} l{Left} r{Right}";

    private static (int Before, int After) Same(int extent, int window, int stride, int dilation)
    {
        var outputs = ((long)extent + stride - 1) / stride;
        var total = (int)Math.Clamp((outputs - 1) * stride + (window - 1L) * dilation + 1 - extent, 0, int.MaxValue);
        return (total / 2, total - total / 2);
    }
}
