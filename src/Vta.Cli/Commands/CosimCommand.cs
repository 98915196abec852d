using System.CommandLine;
using Vta.Cli.Options;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary><c>vta cosim</c>: a workload on all targets, compared.</summary>
internal static class CosimCommand
{
    public static Command Create(GlobalOptions global) => WorkloadVerb.Create(
        global,
        "cosim",
        "Compiles a workload, runs it on all targets, and compares results, statistics and cycles.",
        [.. Devices.Targets]);
}
