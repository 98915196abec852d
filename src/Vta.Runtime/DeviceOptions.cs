namespace Vta.Runtime;

/// <summary>How a device is simulated. Nothing here changes what a program computes.</summary>
public sealed record DeviceOptions
{
    /// <summary>How memory behaves; for targets with cycles.</summary>
    public MemoryTiming Memory { get; init; } = new();

    /// <summary>The file that takes the waveform, named as <see cref="Devices.WaveformFiles"/> says; null for none.</summary>
    public string? TraceFile { get; init; }

    /// <summary>The cycle of the device, resets and the host's accesses included, from which the waveform is written; for <see cref="Devices.Rtl"/>.</summary>
    public long TraceFrom { get; init; }

    /// <summary>Told what takes long, such as a build; null where nobody listens.</summary>
    public Action<string>? Report { get; init; }
}
