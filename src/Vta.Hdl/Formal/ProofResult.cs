using Vta.Hdl.Ir;

namespace Vta.Hdl.Formal;

/// <summary>How a proof ended.</summary>
public enum ProofStatus
{
    /// <summary>All assertions hold in every cycle, whatever the inputs do that the assumptions allow, and every cover can be reached.</summary>
    Proven,

    /// <summary>An assertion can be broken (see <see cref="ProofResult.Counterexample"/>), or a cover was not reached.</summary>
    Failed,

    /// <summary>The assertions hold for some cycles from reset on, and whether for ever was not found out.</summary>
    Unknown,

    /// <summary>A tool is missing; the message says how to get it.</summary>
    ToolMissing,
}

/// <summary>A cover, and the first cycle in which it is reached; null where none was found.</summary>
public sealed record ReachedCover(Assertion Cover, int? Cycle);

/// <summary>What a proof found.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Message">The result in one line.</param>
/// <param name="Covers">What of the covers was reached.</param>
/// <param name="Counterexample">The shortest way to break an assertion, where one fails.</param>
public sealed record ProofResult(ProofStatus Status, string Message, IReadOnlyList<ReachedCover> Covers, Counterexample? Counterexample = null)
{
    /// <summary>Everything was proven.</summary>
    public bool IsProven => Status == ProofStatus.Proven;
}
