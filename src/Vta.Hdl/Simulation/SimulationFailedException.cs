using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation;

/// <summary>An assertion or assumption of the design did not hold at a clock edge.</summary>
public sealed class SimulationFailedException(Assertion assertion, long cycle)
    : Exception($"{assertion.Location}: {(assertion.Kind == AssertionKind.Assume ? "assumption broken" : "assertion failed")} in cycle {cycle}: {assertion.Message}")
{
    /// <summary>The assertion.</summary>
    public Assertion Assertion { get; } = assertion;

    /// <summary>The cycle whose clock edge was refused, counted from zero.</summary>
    public long Cycle { get; } = cycle;
}
