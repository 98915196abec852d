namespace Vta.Hdl.Formal;

/// <summary>How a check of the first cycles ended.</summary>
internal enum BoundedOutcome
{
    /// <summary>No assertion can be broken in these cycles.</summary>
    Holds,

    /// <summary>One can.</summary>
    Fails,

    /// <summary>No inputs keep the assumptions.</summary>
    AssumesTooMuch,

    TookTooLong,
}

/// <summary>What a check of the first cycles found.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Trace">The cycles up to the broken assertion as a wave (VCD).</param>
internal sealed record BoundedCheck(BoundedOutcome Outcome, string? Trace = null);
