using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The numbers that a convolution is of.</summary>
/// <param name="Input">(Batch, InChannels, Height, Width).</param>
/// <param name="Kernel">(OutChannels, InChannels / Groups, KernelHeight, KernelWidth); of a transposed one (InChannels, OutChannels, …).</param>
public sealed record ConvolutionOperands(Tensor Input, Tensor Kernel)
{
    /// <summary>(1, OutChannels, 1, 1); null where the output stage has none.</summary>
    public Tensor? Bias { get; init; }

    /// <summary>(1, OutChannels, 1, 1); null where the output stage has none.</summary>
    public Tensor? Shifts { get; init; }

    /// <summary>(Batch, OutChannels, OutHeight, OutWidth); null where the output stage has none.</summary>
    public Tensor? Residual { get; init; }
}
