using Vta.Isa;
using Vta.Isa.Launch;

namespace Vta.NetworkCompiler;

/// <summary>What a run of a network gave.</summary>
/// <param name="Outputs">The bytes of each output.</param>
/// <param name="Statistics">What the accelerator counted; null where it did nothing.</param>
public sealed record NetworkResult(IReadOnlyList<byte[]> Outputs, LaunchStatistics? Statistics);
