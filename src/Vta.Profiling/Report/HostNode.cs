namespace Vta.Profiling.Report;

/// <summary>What the host does of a network; it takes none of the accelerator's cycles.</summary>
/// <param name="Name">The node.</param>
/// <param name="Reason">Why the accelerator does not do it.</param>
public sealed record HostNode(string Name, string Reason);
