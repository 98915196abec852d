using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Checks;

/// <summary>What is checked once a whole design is described: reads across modules, drivers, combinational loops.</summary>
internal static class DesignChecks
{
    /// <summary>The design, which keeps all rules.</summary>
    /// <exception cref="HdlException">Every rule that is broken.</exception>
    public static Design Checked(ModuleInstance top)
    {
        var problems = top.SelfAndDescendants().SelectMany(ForeignReads.In).Concat(BlackBoxNames.In(top)).ToArray();
        if (problems.Length > 0)
            throw new HdlException(problems);
        var design = new Design(top);
        _ = design.Netlist;
        return design;
    }
}
