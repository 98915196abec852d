using CsCheck;
using Vta.Compiler.Operators;
using Vta.Compiler.Operators.Convolution;

namespace Vta.Compiler.Tests;

/// <summary>Transposed convolutions of any shape: more or less cut off at each side, outputs that no input reaches, strides beyond the kernel.</summary>
internal static class RandomTransposedConvolutions
{
    internal static readonly Gen<TransposedConvolutionShape> Shapes =
        from batch in Gen.Int[1, 3]
        from inChannels in Gen.Int[1, 40]
        from outChannels in Gen.Int[1, 40]
        from height in Gen.Int[1, 5]
        from width in Gen.Int[1, 5]
        from kernelHeight in Gen.Int[1, 4]
        from kernelWidth in Gen.Int[1, 4]
        from top in Gen.Int[0, kernelHeight - 1]
        from bottom in Gen.Int[0, kernelHeight - 1]
        from left in Gen.Int[0, kernelWidth - 1]
        from right in Gen.Int[0, kernelWidth - 1]
        from strideHeight in Gen.Int[1, 4]
        from strideWidth in Gen.Int[1, 4]
        from outputPadHeight in Gen.Int[0, strideHeight - 1]
        from outputPadWidth in Gen.Int[0, strideWidth - 1]
        where (height - 1) * strideHeight + kernelHeight + outputPadHeight > top + bottom
        where (width - 1) * strideWidth + kernelWidth + outputPadWidth > left + right
        select new TransposedConvolutionShape
        {
            Batch = batch,
            InChannels = inChannels,
            OutChannels = outChannels,
            Height = height,
            Width = width,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            PadHeight = new Padding(top, bottom),
            PadWidth = new Padding(left, right),
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
            OutputPadHeight = outputPadHeight,
            OutputPadWidth = outputPadWidth,
        };
}
