namespace Vta.Runtime.Lockstep;

/// <summary>What differs between two devices.</summary>
/// <param name="Place">Where: a counter, an address of DRAM, an element of a buffer.</param>
/// <param name="Expected">What the behavioural simulator has there.</param>
/// <param name="Found">What the other device has.</param>
public sealed record LockstepDifference(string Place, string Expected, string Found);
