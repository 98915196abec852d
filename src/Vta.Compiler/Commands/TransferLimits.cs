namespace Vta.Compiler.Commands;

/// <summary>The greatest numbers that a LOAD or STORE has fields for.</summary>
internal static class TransferLimits
{
    /// <summary>Elements of a row, rows, and elements from row to row.</summary>
    internal const int MaxSize = ushort.MaxValue;

    /// <summary>Zeros on each side.</summary>
    internal const int MaxPadding = 15;
}
