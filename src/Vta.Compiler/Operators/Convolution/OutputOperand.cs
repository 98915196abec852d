namespace Vta.Compiler.Operators.Convolution;

/// <summary>What an operation of the output stage takes beside the accumulators.</summary>
internal enum OutputOperand
{
    /// <summary>A number in the instruction.</summary>
    Immediate,

    /// <summary>The bias of each output channel.</summary>
    Bias,

    /// <summary>The shift of each output channel.</summary>
    Shifts,

    /// <summary>A number for each output.</summary>
    Residual,

    /// <summary>The parameters of requantisation of each output channel.</summary>
    Parameters,
}
