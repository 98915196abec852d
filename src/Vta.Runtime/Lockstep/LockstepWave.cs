namespace Vta.Runtime.Lockstep;

/// <summary>The waveform of a part of a run.</summary>
/// <param name="File">Where it goes.</param>
/// <param name="From">Its first cycle, about.</param>
public sealed record LockstepWave(string File, long From);
