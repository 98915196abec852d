namespace Vta.Simulator.Gemm;

/// <summary>A number of input pairs known when the kernel is compiled.</summary>
internal interface IPairs
{
    static abstract int Count { get; }
}

internal readonly struct OnePair : IPairs
{
    public static int Count => 1;
}

internal readonly struct TwoPairs : IPairs
{
    public static int Count => 2;
}

internal readonly struct FourPairs : IPairs
{
    public static int Count => 4;
}

internal readonly struct EightPairs : IPairs
{
    public static int Count => 8;
}
