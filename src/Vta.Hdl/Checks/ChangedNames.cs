using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Checks;

/// <summary>Finds names that can't be those of the Verilog.</summary>
internal static class ChangedNames
{
    /// <summary>One warning for each declaration, however often its module is instantiated.</summary>
    public static IReadOnlyList<Diagnostic> In(ModuleInstance top) =>
        [.. top.SelfAndDescendants().SelectMany(m => m.Warnings).Concat(ReservedPorts(top)).DistinctBy(d => (d.Location, d.Message))];

    public static Diagnostic Unwritable(string given, string name, SourceLocation location) =>
        new(Rule.ChangedName, $"'{given}' can't be a name in Verilog: it is called '{name}' there", location);

    /// <summary>The ports of the top module are what others connect: inside, an underscore behind a word surprises nobody.</summary>
    private static IEnumerable<Diagnostic> ReservedPorts(ModuleInstance top) => top.Ports
        .Select(port => (Port: port, Written: Keywords.EscapeTopPort(port.Name)))
        .Where(p => p.Port.Name != p.Written)
        .Select(p => new Diagnostic(
            Rule.ChangedName, $"'{p.Port.Name}' is a word of Verilog, or of the C++ that Verilator makes of it: it is called '{p.Written}' there", p.Port.Location));
}
