using Vta.Hdl;
using Vta.Hdl.Verilog;
using Vta.Isa;

namespace Vta.Cli.Output;

/// <summary>A design's Verilog in a folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Top">The top module.</param>
/// <param name="Files">What is in it, a file for each module.</param>
internal sealed record VerilogFolder(string Folder, string Top, IReadOnlyList<VerilogFile> Files)
{
    /// <summary>Writes a design; see <see cref="FileSet"/>.</summary>
    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public static VerilogFolder Write(string folder, Design design, Locators locators = Locators.OtherFiles)
    {
        var files = VerilogEmitter.Emit(design, locators);
        FileSet.Write(folder, files);
        return new VerilogFolder(folder, design.Top.DefinitionName, files);
    }

    public override string ToString()
    {
        var lines = Files.Sum(file => file.Text.Count(character => character == '\n'));
        return $"{Folder}: {Files.Count} files, {lines} lines, top module {Top}";
    }
}
