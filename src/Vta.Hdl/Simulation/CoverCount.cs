using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation;

/// <summary>How often a cover was reached.</summary>
/// <param name="Cover">The cover; its message is its name.</param>
/// <param name="Module">The path of the instance that it stands in; empty for the top module.</param>
/// <param name="Count">Clock edges at which it held, those in reset left out.</param>
public sealed record CoverCount(Assertion Cover, string Module, long Count)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Count,10}  {(Module.Length == 0 ? "" : $"{Module}: ")}{Cover.Message} ({Cover.Location})";
}
