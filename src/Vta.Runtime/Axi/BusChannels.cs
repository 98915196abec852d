namespace Vta.Runtime.Axi;

/// <summary>Sets of the channels of AXI: a bit for each.</summary>
internal static class BusChannels
{
    public const int ReadAddress = 1;
    public const int ReadData = 2;
    public const int WriteAddress = 4;
    public const int WriteData = 8;
    public const int Response = 16;

    /// <summary>How many there are.</summary>
    public const int Count = 5;
}
