namespace Vta.Compiler.Operators.Convolution;

/// <summary>The axis whose neighbouring tiles go to different virtual threads.</summary>
public enum ThreadAxis
{
    Batch,
    Group,
    OutChannel,
    Height,
}
