namespace Vta.Hdl.Testbench;

/// <summary>Of many seeds one has failed; the exception inside says how.</summary>
public sealed class SeedFailedException : Exception
{
    internal SeedFailedException(int seed, string? wave, Exception failure)
        : base($"seed {seed} fails{(wave is null ? "" : $" (its wave is in {wave})")}: {failure.Message}", failure) => (Seed, Wave) = (seed, wave);

    /// <summary>The seed, the first one in their order.</summary>
    public int Seed { get; }

    /// <summary>The file that has the wave of its run; null where none was asked for.</summary>
    public string? Wave { get; }
}
