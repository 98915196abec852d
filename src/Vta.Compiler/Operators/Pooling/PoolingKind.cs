namespace Vta.Compiler.Operators.Pooling;

/// <summary>What a pooling makes of the numbers in a window.</summary>
public enum PoolingKind
{
    /// <summary>The greatest; padding does not count.</summary>
    Max,

    /// <summary>Their sum divided by the size of the window, rounded to the nearest number, halves up; padding counts as zeros.</summary>
    Average,
}
