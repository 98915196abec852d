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

    private static IEnumerable<Diagnostic> Reserved(ModuleInstance module)
    {
        var names = module.Ports.Select(p => (p.Name, Written: module.Parent is null ? Keywords.EscapeTopPort(p.Name) : Keywords.Escape(p.Name), p.Location))
            .Concat(module.Signals.Select(s => (s.Name, Written: Keywords.Escape(s.Name), s.Location)))
            .Concat(module.Memories.Select(m => (m.Name, Written: Keywords.Escape(m.Name), m.Location)))
            .Concat(module.Instances.Select(i => (i.Name, Written: Keywords.Escape(i.Name), i.Location)));
        return names.Where(n => n.Name != n.Written).Select(n => new Diagnostic(
            Rule.ChangedName, $"'{n.Name}' is a word of Verilog, or of the C++ that Verilator makes of it: it is called '{n.Written}' there", n.Location));
    }
}
