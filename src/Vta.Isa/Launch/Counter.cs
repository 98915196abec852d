using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>A counter of a run: which event of which unit it counts, and where the host reads it.</summary>
/// <param name="Register">Its register, of 64 bits. The unit's hardware has an output of the same name, by which the counter grows in each cycle.</param>
/// <param name="Unit">The unit whose events it counts.</param>
/// <param name="Statistic">Its name in statistics: TVM's where TVM counts the same.</param>
public sealed record Counter(Register Register, Unit Unit, string Statistic)
{
    /// <summary>Its place in <see cref="Counters.All"/>.</summary>
    public int Index { get; init; }
}
