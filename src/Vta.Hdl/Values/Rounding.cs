namespace Vta.Hdl;

/// <summary>What becomes of a fixed-point number between two that can be written.</summary>
public enum Rounding
{
    /// <summary>The lesser: the bits that have no place are dropped.</summary>
    Down,

    /// <summary>The one nearer to zero.</summary>
    TowardZero,

    /// <summary>The nearest; half way, the greater.</summary>
    HalfUp,

    /// <summary>The nearest; half way, the one farther from zero.</summary>
    HalfAway,

    /// <summary>The nearest; half way, the even one: no error remains on average.</summary>
    HalfEven,
}

/// <summary>What becomes of a fixed-point number that is too large or too small.</summary>
public enum Overflow
{
    /// <summary>The low bits remain.</summary>
    Wrap,

    /// <summary>The greatest or the least number.</summary>
    Saturate,
}
