using Vta.Isa.Launch;

namespace Vta.Fuzzing;

/// <summary>What fuzzing did and found.</summary>
/// <param name="Rounds">Rounds that ended.</param>
/// <param name="Configurations">Different configurations among them.</param>
/// <param name="Programs">Programs that ran.</param>
/// <param name="Instructions">Their instructions.</param>
/// <param name="Faults">In how many programs each fault was raised.</param>
/// <param name="Coverage">What was looked for, and in how many programs it was seen.</param>
/// <param name="Failures">Programs on which backends do not agree.</param>
public sealed record FuzzReport(
    int Rounds,
    int Configurations,
    long Programs,
    long Instructions,
    IReadOnlyDictionary<Faults, long> Faults,
    IReadOnlyList<(string Name, long Programs)> Coverage,
    IReadOnlyList<FuzzFailure> Failures);
