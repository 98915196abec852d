namespace Vta.Compiler.Operators.Convolution;

/// <summary>How the host lays a spatial axis of an input out.</summary>
internal enum PackedAxisLayout
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>With its padding, which is more than loads can add.</summary>
    Padded,

    /// <summary>The window of each output by itself, taps as channels.</summary>
    Unrolled,
}
