using CsCheck;
using Vta.Compiler.Operators;
using Vta.Compiler.Operators.Convolution;

namespace Vta.Compiler.Tests;

/// <summary>Convolutions of any shape: kernels wider than the input, more padding than kernel, strides and dilations that leave inputs out, groups.</summary>
internal static class RandomConvolutions
{
    private static readonly Gen<(int Length, int Kernel, Padding Pad, int Stride, int Dilation)> s_axes =
        from length in Gen.Int[1, 12]
        from kernel in Gen.Int[1, 5]
        from dilation in Gen.Frequency((3, Gen.Const(1)), (1, Gen.Int[2, 4]))
        from before in Gen.Int[0, kernel]
        from more in Gen.Int[0, kernel]
        from stride in Gen.Int[1, 4]
        let missing = Math.Max(0, (kernel - 1) * dilation + 1 - length - before)
        select (length, kernel, new Padding(before, Math.Max(missing, more)), stride, dilation);

    internal static readonly Gen<ConvolutionShape> Shapes =
        from batch in Gen.Int[1, 5]
        from groups in Gen.OneOf(Gen.Const(1), Gen.Int[2, 20])
        from inChannels in Gen.Int[1, 40 / groups]
        from outChannels in Gen.Int[1, 40 / groups]
        from rows in s_axes
        from columns in s_axes
        select new ConvolutionShape
        {
            Batch = batch,
            InChannels = groups * inChannels,
            OutChannels = groups * outChannels,
            Groups = groups,
            Height = rows.Length,
            Width = columns.Length,
            KernelHeight = rows.Kernel,
            KernelWidth = columns.Kernel,
            PadHeight = rows.Pad,
            PadWidth = columns.Pad,
            StrideHeight = rows.Stride,
            StrideWidth = columns.Stride,
            DilationHeight = rows.Dilation,
            DilationWidth = columns.Dilation,
        };

    internal static readonly Gen<OutputStage> Stages =
        from hasBias in Gen.Bool
        from shift in Gen.Int[0, 9]
        from hasChannelShifts in Gen.Bool
        from hasResidual in Gen.Bool
        from clips in Gen.Bool
        from min in Gen.Int[-128, 0]
        from max in Gen.Int[0, 127]
        select new OutputStage(hasBias, hasChannelShifts ? 0 : shift, clips ? (min, max) : null)
        {
            HasChannelShifts = hasChannelShifts,
            HasResidual = hasResidual,
        };
}
