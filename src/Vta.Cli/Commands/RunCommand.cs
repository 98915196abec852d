using System.CommandLine;
using Vta.Cli.Options;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary><c>vta run</c>: compiles a workload and runs it.</summary>
internal static class RunCommand
{
    public static Command Create(GlobalOptions global) => WorkloadVerb.Create(
        global,
        "run",
        "Compiles and runs a workload, and checks the result against plain C# arithmetic.",
        Devices.Fsim);
}
