namespace Vta.Hdl.Formal;

/// <summary>How hard a prover tries.</summary>
public sealed record ProofOptions
{
    /// <summary>The most cycles that induction looks back and that a bounded check or a cover looks ahead.</summary>
    public int Depth { get; init; } = 20;

    /// <summary>The time that each engine gets.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Lets reset come back at any time. Otherwise it is high in the first cycle alone.</summary>
    public bool ResetAtAnyTime { get; init; }
}
