namespace Vta.Networks.Graph.Nodes;

/// <summary>A window, a stride or a dilation of images.</summary>
public readonly record struct Size2D(int Height, int Width)
{
    /// <summary>As in <c>3x3</c>.</summary>
    public override string ToString() => $"{Height}x{Width}";
}
