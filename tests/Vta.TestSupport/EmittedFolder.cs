using Vta.Hdl;
using Vta.Hdl.Verilog;

namespace Vta.TestSupport;

/// <summary>A design's Verilog in a folder of its own, as long as a test needs it.</summary>
public sealed class EmittedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-hdl-");

    public EmittedFolder(Design design)
    {
        foreach (var file in VerilogEmitter.Emit(design))
            File.WriteAllText(Path.Combine(_folder.FullName, file.Name), file.Text);
    }

    public IEnumerable<string> Files => _folder.GetFiles("*.v").Select(f => f.FullName).Order(StringComparer.Ordinal);

    /// <summary>For what a tool makes of them. Icarus makes its output executable, so a device would not do.</summary>
    public string Output => Path.Combine(_folder.FullName, "output");

    public void Dispose() => _folder.Delete(recursive: true);
}
