using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Formal;

/// <summary>
/// Proves the assertions of a module: induction first (of one clock), then property-directed reachability, which needs no help by invariants, then a check of the first
/// cycles. It runs Yosys, yosys-smtbmc and z3, which have to be installed. The module starts as hardware does: registers with a reset hold
/// anything until the first cycle, in which reset is active; other registers and memories hold what they start with. Where there are several clocks, time
/// goes in steps, in each of which any of them have an edge, and all in reset.
/// </summary>
public static class Prover
{
    /// <summary>Cycles that are looked at to see whether the assumptions can be kept, where an engine would not notice.</summary>
    private const int CyclesForAssumptions = 3;

    /// <summary>Proves a module as the top of a design.</summary>
    /// <exception cref="Diagnostics.HdlException">The description breaks rules of the HDL; HW0017: a black box has no model. HW0025: the module has bidirectional pins.</exception>
    public static ProofResult Prove(Module module, ProofOptions? options = null) => Prove(module.Elaborate(), options);

    /// <summary>Proves the top module of a design.</summary>
    public static ProofResult Prove(Design design, ProofOptions? options = null)
    {
        options ??= new();
        _ = design.Netlist.WithModels().WithoutPins();
        try
        {
            using var model = new ProofModel(design, options);
            var smt = new SmtEngine(model, options);
            var result = ProveAssertions(model, smt, options);
            return result.IsProven ? WithCovers(result, smt.Covers(), options) : result;
        }
        catch (ToolMissingException missing)
        {
            return new(ProofStatus.ToolMissing, missing.Message, []);
        }
    }

    private static ProofResult ProveAssertions(ProofModel model, SmtEngine smt, ProofOptions options)
    {
        // Where an assertion is looked at in some steps only, induction has little to go by and takes long.
        var skipsInduction = model is { HasSteps: true, HasGates: true };
        if (!skipsInduction && smt.Induction() is { } steps)
            return AfterCheck(model, smt.Check(Math.Max(steps, CyclesForAssumptions)), new(ProofStatus.Proven, $"proven by induction over {Cycles(steps)}", []));
        var gates = new GateEngine(model, options).Run();
        if (gates.IsProven)
            return AfterCheck(model, smt.Check(CyclesForAssumptions), new(ProofStatus.Proven, "proven by property-directed reachability", []));
        var depth = Math.Max(options.Depth, gates.FailsWithin ?? 0);
        return AfterCheck(model, smt.Check(depth), new(ProofStatus.Unknown, $"no assertion breaks in the first {Cycles(depth)}, but none of the engines found a proof for all", []));
    }

    private static ProofResult AfterCheck(ProofModel model, BoundedCheck check, ProofResult ifItHolds)
    {
        switch (check.Outcome)
        {
            case BoundedOutcome.Holds:
                return ifItHolds;
            case BoundedOutcome.Fails:
                var counterexample = new Counterexample(model.Design, model.Names, check.Trace!);
                return new(ProofStatus.Failed, counterexample.Failure.Message, [], counterexample);
            case BoundedOutcome.AssumesTooMuch:
                return new(ProofStatus.Failed, "the assumptions contradict each other: nothing keeps them all", []);
            default:
                return new(ProofStatus.Unknown, "the check of the first cycles took too long", []);
        }
    }

    private static ProofResult WithCovers(ProofResult proven, IReadOnlyList<ReachedCover> covers, ProofOptions options)
    {
        if (covers.FirstOrDefault(c => c.Cycle is null) is { Cover: var missed })
        {
            return new(
                ProofStatus.Failed, $"{missed.Location}: cover not reached in the first {Cycles(options.Depth)}: {missed.Message}", covers);
        }
        return proven with { Covers = covers };
    }

    private static string Cycles(int count) => count == 1 ? "1 cycle" : $"{count} cycles";
}
