namespace Vta.Compiler.Operators.Convolution;

/// <summary>One spatial axis of a convolution's input, and how the host lays it out.</summary>
/// <param name="Layout">How.</param>
/// <param name="Length">Inputs.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Pad">Zeros around the inputs.</param>
/// <param name="Stride">Inputs from one output to the next.</param>
/// <param name="TapDilation">Inputs from one tap to the next.</param>
/// <param name="InputDilation">Places from one input to the next, zeros between.</param>
internal readonly record struct PackedAxis(
    PackedAxisLayout Layout, int Length, int Outputs, int Kernel, Padding Pad, int Stride, int TapDilation, int InputDilation)
{
    /// <summary>Taps that become channels.</summary>
    internal int UnrolledTaps => Layout == PackedAxisLayout.Unrolled ? Kernel : 1;

    /// <summary>The axis as the accelerator sees it.</summary>
    internal PackedAxis Packed => Layout switch
    {
        PackedAxisLayout.Padded => this with
        {
            Layout = PackedAxisLayout.Plain,
            Length = PlacesBefore + Length + Pad.After / InputDilation,
            Pad = new Padding(Pad.Before % InputDilation, Pad.After % InputDilation),
        },
        PackedAxisLayout.Unrolled => new PackedAxis(PackedAxisLayout.Plain, Outputs, Outputs, 1, 0, 1, 1, 1),
        _ => this,
    };

    /// <summary>The most zeros that a load puts on one side.</summary>
    internal int MostLoadedPad => new ConvolutionAxis(Length, Outputs, Kernel, Pad.Before, Stride, TapDilation, InputDilation, 1).MostLoadedPad;

    private int PlacesBefore => Pad.Before / InputDilation;

    /// <summary>The input at a place of the packed axis; outside of the inputs there are zeros.</summary>
    internal int Source(int place, int tap) => Layout switch
    {
        PackedAxisLayout.Padded => place - PlacesBefore,
        PackedAxisLayout.Unrolled => place * Stride + tap * TapDilation - Pad.Before,
        _ => place,
    };
}
