using Vta.Hdl.Formal;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;

namespace Vta.Hdl.Tests.Sweeps;

/// <summary>Comparisons of back ends on random designs: each says of a seed where they differ, or null.</summary>
internal static class Sweep
{
    public static readonly IReadOnlyDictionary<string, Func<int, string?>> All = new Dictionary<string, Func<int, string?>>
    {
        ["simulators"] = OfSimulators,
        ["icarus"] = seed => OfVerilog(seed, cosimulation => cosimulation.Icarus()),
        ["netlists"] = seed => OfVerilog(seed, cosimulation => cosimulation.Netlist()),
        ["proofs"] = OfProofs,
    };

    /// <summary>The compiled simulator, with the usual options and others, against the reference.</summary>
    private static string? OfSimulators(int seed) => SimulatorComparison.FirstDifference(seed) is { } difference
        ? $"{difference}; with the sets of options {string.Join(' ', SimulatorComparison.DifferingSets(seed))}"
        : null;

    private static string? OfVerilog(int seed, Func<Cosimulation, string> run)
    {
        using var folder = new TemporaryFolder();
        // Gates have no names of registers: outputs are compared.
        var found = run(new Cosimulation(new RandomModule(seed, operations: 60).Elaborate(), folder.Path, seed, withRegisters: false));
        return found == "end" ? null : found;
    }

    /// <summary>The prover against all states of a small design.</summary>
    public static string? OfProofs(int seed)
    {
        var design = new RandomAssertion(seed).Elaborate();
        var holds = ExhaustiveCheck.Holds(design);
        var proof = Prover.Prove(design);
        return proof.Status == (holds ? ProofStatus.Proven : ProofStatus.Failed) ? null : $"the assertion {(holds ? "holds" : "breaks")}, and the prover says: {proof.Status}, {proof.Message}";
    }
}
