using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>One output tile of a convolution: where it begins on each axis and how long it is there, and its part of the buffers.</summary>
internal sealed record ConvolutionTile
{
    internal required Expr Batch { get; init; }

    /// <summary>The first part of the channels.</summary>
    internal required Expr Part { get; init; }

    /// <summary>Counted in a part.</summary>
    internal required Expr OutChannel { get; init; }

    internal required Expr Row { get; init; }

    internal required Expr Column { get; init; }

    internal required Expr Batches { get; init; }

    internal required Expr Parts { get; init; }

    internal required Expr OutChannels { get; init; }

    internal required Expr Rows { get; init; }

    internal required Expr Columns { get; init; }

    /// <summary>First accumulator of the tile.</summary>
    internal required int AccBase { get; init; }

    /// <summary>First accumulator of its bias.</summary>
    internal required int BiasBase { get; init; }

    /// <summary>First accumulator of its shifts.</summary>
    internal required int ShiftsBase { get; init; }

    /// <summary>First element of its parameters of requantisation.</summary>
    internal required Expr ParBase { get; init; }

    /// <summary>First accumulator of its residual.</summary>
    internal required int ResidualBase { get; init; }

    /// <summary>First input element of the tile's loads.</summary>
    internal required int InpBase { get; init; }

    /// <summary>First weight element of the tile's loads.</summary>
    internal required int WgtBase { get; init; }

    internal Expr Pixels => Rows * Columns;
}
