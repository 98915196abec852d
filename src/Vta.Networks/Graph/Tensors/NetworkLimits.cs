namespace Vta.Networks.Graph.Tensors;

/// <summary>What a network may hold at most: a file that claims more is refused before memory is spent on it.</summary>
public static class NetworkLimits
{
    /// <summary>Dimensions of a tensor.</summary>
    public const int Rank = 8;

    /// <summary>Elements of a tensor.</summary>
    public const long Elements = 1L << 28;

    /// <summary>Bytes of all tensors together.</summary>
    public const long Bytes = 1L << 31;

    /// <summary>Nodes of a network.</summary>
    public const int Nodes = 1 << 16;

    /// <summary>A stride, a dilation, a side of a window or a padding.</summary>
    public const int Extent = 1 << 16;

    /// <summary>Bytes of a model's file.</summary>
    public const int FileBytes = 1 << 30;
}
