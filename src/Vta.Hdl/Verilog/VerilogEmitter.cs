using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Writes a design as Verilog-2001: one file for each distinct module, with the hierarchy, names and conditions of the description, and before them one for
/// each <see cref="Ir.MemoryFile"/>. The text depends on nothing but the design.
/// </summary>
public static class VerilogEmitter
{
    /// <summary>All modules of a design, each behind those it instantiates; the top module comes last.</summary>
    /// <param name="design">The design.</param>
    /// <param name="locators">Which lines say where in the C# source they come from.</param>
    public static IReadOnlyList<VerilogFile> Emit(Design design, Locators locators = Locators.OtherFiles) =>
        Emit(design, new VerilogDialect(Locators: locators)).Files;

    /// <summary>The same in a dialect, and the names in it.</summary>
    internal static (IReadOnlyList<VerilogFile> Files, VerilogNames Names) Emit(Design design, VerilogDialect dialect) => DeepStack.Run(() =>
    {
        var library = new DefinitionLibrary(dialect);
        library.Names.ClockPins = [.. library.Define(design.Top).Clocks.SelectMany(clock => clock.Ports)];
        return (library.Files, library.Names);
    });
}
