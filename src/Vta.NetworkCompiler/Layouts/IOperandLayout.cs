namespace Vta.NetworkCompiler.Layouts;

/// <summary>How the host puts the numbers of a tensor, a byte each, into memory for an operator.</summary>
internal interface IOperandLayout
{
    /// <summary>Bytes in memory.</summary>
    int Bytes { get; }

    /// <summary>Lengths of the axes of blocks.</summary>
    IReadOnlyList<int> Blocks { get; }

    /// <summary>Puts dense images (batch, height, width, channels) into memory; what nothing fills keeps its value.</summary>
    void Pack(ReadOnlySpan<byte> images, Span<byte> memory);
}
