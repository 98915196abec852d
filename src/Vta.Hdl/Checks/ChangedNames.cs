using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Verilog;

namespace Vta.Hdl.Checks;

/// <summary>Finds names that can't be those of the Verilog.</summary>
internal static class ChangedNames
{
    /// <summary>One warning for each declaration, however often its module is instantiated.</summary>
    public static IReadOnlyList<Diagnostic> In(ModuleInstance top) =>
        [.. top.SelfAndDescendants().SelectMany(m => m.Warnings.Concat(Reserved(m))).DistinctBy(d => (d.Location, d.Message))];

    public static Diagnostic Unwritable(string given, string name, SourceLocation location) =>
        new(Rule.ChangedName, $"'{given}' can't be a name in Verilog: it is called '{name}' there", location);

    /// <summary>Ports are what others connect: inside a module an underscore behind a word surprises nobody.</summary>
    private static IEnumerable<Diagnostic> Reserved(ModuleInstance module) => module.Ports
        .Select(port => (Port: port, Written: module.Parent is null ? Keywords.EscapeTopPort(port.Name) : Keywords.Escape(port.Name)))
        .Where(p => p.Port.Name != p.Written)
        .Select(p => new Diagnostic(
            Rule.ChangedName, $"'{p.Port.Name}' is a word of Verilog, or of the C++ that Verilator makes of it: it is called '{p.Written}' there", p.Port.Location));
}
