namespace Vta.Hdl.Verilog;

/// <summary>A file of Verilog text, or one that goes with it: what a memory reads its contents from, pins, a script.</summary>
/// <param name="Name">The file name: that of the one module it holds, with <c>.v</c>; or that of the contents, with <c>.hex</c>.</param>
/// <param name="Text">The contents, lines ended with a line feed.</param>
public sealed record VerilogFile(string Name, string Text)
{
    /// <summary>How the names of files with modules end.</summary>
    internal const string ModuleExtension = ".v";

    /// <summary>How the names of files for memories end.</summary>
    internal const string MemoryExtension = ".hex";

    /// <summary>True for a module, which tools are given; false for what it reads, and for what is beside it.</summary>
    public bool IsModule => Name.EndsWith(ModuleExtension, StringComparison.Ordinal);
}
