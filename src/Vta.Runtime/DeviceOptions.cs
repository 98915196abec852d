namespace Vta.Runtime;

/// <summary>How a device is simulated. Nothing here changes what a program computes.</summary>
public sealed record DeviceOptions
{
    /// <summary>How memory behaves; for targets with cycles.</summary>
    public MemoryTiming Memory { get; init; } = new();

    /// <summary>The file that takes the waveform (FST, target <c>tsim</c>); null for none.</summary>
    public string? TraceFile { get; init; }
}
