namespace Vta.Cli.Execution;

/// <summary>How a bundle fared on one target.</summary>
/// <param name="Bundle">Name of the bundle's folder.</param>
/// <param name="Run">What came of it.</param>
internal sealed record BundleRun(string Bundle, TargetRun Run);
