using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Checks;

/// <summary>What is checked of a whole design before its drivers are: reads across modules, names of black boxes.</summary>
internal static class DesignChecks
{
    /// <summary>The rules that it breaks.</summary>
    public static IReadOnlyList<Diagnostic> In(ModuleInstance top) =>
        [.. top.SelfAndDescendants().SelectMany(ForeignReads.In), .. BlackBoxNames.In(top)];
}
