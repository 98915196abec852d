using Vta.Hdl.Tools;
using Vta.Hdl.Verilog;

namespace Vta.Hdl.Formal;

/// <summary>A design as the engines read it, in a folder of its own: transitions for an SMT solver, and as a graph of and-gates.</summary>
internal sealed class ProofModel : IDisposable
{
    /// <summary>Memories of up to this many bits in all become registers, which solvers are quicker with; larger ones stay arrays.</summary>
    private const int MaxMappedBits = 1 << 13;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hdl-proof-");

    /// <summary>Emits and translates a design.</summary>
    /// <exception cref="ToolMissingException">Yosys is not installed.</exception>
    public ProofModel(Design design, ProofOptions options)
    {
        Design = design;
        HasSteps = design.Netlist.Domains.Count > 1;
        var (files, names) = VerilogEmitter.Emit(design, new VerilogDialect(IsFormal: true, HasSteps, options.ResetAtAnyTime));
        Names = names;
        foreach (var file in files)
            File.WriteAllText(PathOf(file.Name), file.Text);
        var top = Path.GetFileNameWithoutExtension(files[^1].Name);
        HasGates = MemoryBits(design) <= MaxMappedBits;
        var map = HasGates ? "memory_map; " : "";
        var script = $"read_verilog -formal -sv {string.Join(' ', files.Where(f => f.IsModule).Select(f => f.Name))}; prep -top {top}; async2sync; {map}formalff -clk2ff -ff2anyinit; opt -full; dffunmap; "
            + $"write_smt2 -wires {SmtFile}; ";
        if (HasGates)
        {
            script += "chformal -cover -remove; flatten; delete -output o:*; techmap; opt -fast -nodffe -nosdff; dffunmap; abc -g AND -fast; opt_clean; setundef -undriven -anyseq; "
                + $"write_aiger -zinit {GatesFile}";
        }
        if (ToolProcess.Run("yosys", Folder, options.Timeout, "-q", "-p", script) is not (0, _) and var failure)
            throw new InvalidOperationException($"yosys could not translate {top}: {string.Join(' ', failure?.Lines ?? ["it took too long"])}");
    }

    public const string SmtFile = "model.smt2";

    public const string GatesFile = "model.aig";

    public Design Design { get; }

    public VerilogNames Names { get; }

    /// <summary>There are several clocks, and time goes in steps (<see cref="VerilogDialect.HasSteps"/>).</summary>
    public bool HasSteps { get; }

    /// <summary>There is a <see cref="GatesFile"/>: no memory is too large for it.</summary>
    public bool HasGates { get; }

    public string Folder => _folder.FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose() => _folder.Delete(recursive: true);

    private static long MemoryBits(Design design) =>
        design.Top.SelfAndDescendants().SelectMany(m => m.Memories).Sum(m => (long)m.Width * m.Depth);
}
