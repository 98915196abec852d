namespace Vta.Cli.Workloads;

/// <summary>An option of a workload, as a command line shows it.</summary>
/// <param name="Name">Name without dashes, such as <c>kernel</c>.</param>
/// <param name="Value">What its value looks like, such as <c>N</c> or <c>HxW</c>.</param>
/// <param name="Help">What it means, and its default.</param>
internal sealed record WorkloadOption(string Name, string Value, string Help);
