using Vta.Hdl.Naming;

namespace Vta.Hdl.Verilog;

/// <summary>The names in use in a module, its generate blocks included: no name hides another.</summary>
internal sealed class NameTable
{
    private readonly UniqueNames _names = new();

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The name itself where it is free and not reserved; else with the least suffix that makes it so.</summary>
    public string Unique(string name) => _names.Unique(Keywords.Escape(name));
}
