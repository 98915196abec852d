using Vta.Compiler;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>All workloads, by name.</summary>
internal static class WorkloadCatalog
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new ConvolutionWorkload(), new TransposedConvolutionWorkload(), PoolingWorkload.Max, PoolingWorkload.Average,
        MatrixWorkload.Gemm, MatrixWorkload.Dense, ElementwiseWorkload.Add, ElementwiseWorkload.Multiply, ElementwiseWorkload.Maximum,
        MatrixWorkload.Simple, MatrixWorkload.Blocked,
    ];

    /// <summary>The workload of a name.</summary>
    /// <exception cref="VtaInputException">There is none.</exception>
    public static Workload Find(string name) =>
        All.FirstOrDefault(workload => workload.Name == name)
        ?? throw new VtaInputException($"there is no workload \"{name}\"; "
            + $"there are {string.Join(", ", All.Select(workload => workload.Name))}");
}
