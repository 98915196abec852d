namespace Vta.Compiler.Operators.Convolution;

/// <summary>Which taps of the kernel the host makes input channels of, when it puts the input into memory.</summary>
public enum InputPacking
{
    /// <summary>None: the input as it is.</summary>
    None,

    /// <summary>Those of a row: each channel becomes one for each column of the kernel.</summary>
    Columns,

    /// <summary>All: each output has its patch of the input (im2col), and the kernel is of one tap.</summary>
    Patches,
}
