namespace Vta.Hdl.Verilog;

/// <summary>Which lines of Verilog say where in the C# source they come from.</summary>
public enum Locators
{
    /// <summary>None: the text changes only where the hardware does.</summary>
    None,

    /// <summary>Those that come from another file than the one that the comment above the module names.</summary>
    OtherFiles,

    /// <summary>The same lines, which then name the file without the line: the text stays where lines of the source only move.</summary>
    OtherFilesWithoutLines,

    /// <summary>All.</summary>
    All,
}
