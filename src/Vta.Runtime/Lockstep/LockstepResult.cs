namespace Vta.Runtime.Lockstep;

/// <summary>What a comparison in lock step found.</summary>
/// <param name="Instructions">Instructions of the program.</param>
/// <param name="Compared">After how many of them the states were compared.</param>
/// <param name="Launch">The launch of the first instruction that leaves a difference.</param>
/// <param name="Instruction">The instruction, as listings show it; null where states are the same everywhere.</param>
/// <param name="Difference">What differs after it; null where nothing does.</param>
/// <param name="Wave">The waveform of the cycles around it; null where there is none.</param>
public sealed record LockstepResult(long Instructions, int Compared, int Launch, string? Instruction, LockstepDifference? Difference, string? Wave);
