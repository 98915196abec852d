using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Isa.Programs;

/// <summary>
/// A program as files ("vta-program/1"): configuration, DRAM before the launches (instructions and micro-ops included), and
/// what it must hold after them. All base registers are zero.
/// </summary>
public sealed partial class ProgramBundle
{
    /// <summary>The value of the key "format".</summary>
    public const string Format = "vta-program/1";

    /// <summary>The file of a bundle that names the others.</summary>
    public const string FileName = "program.json";

    public required string Name { get; init; }

    public required VtaConfig Config { get; init; }

    /// <summary>The launches, to be run one after the other on one device.</summary>
    public required IReadOnlyList<LaunchRequest> Launches { get; init; }

    /// <summary>DRAM before the first launch; where segments overlap, the later one counts.</summary>
    public required IReadOnlyList<MemorySegment> Memory { get; init; }

    /// <summary>What DRAM must hold after the last launch; none of it where the program is only to be run.</summary>
    public IReadOnlyList<MemorySegment> Expected { get; init; } = [];

    /// <summary>What its parts are for, in the order of the program; none where nothing is said of them. They change nothing of what it does.</summary>
    public IReadOnlyList<ProgramSection> Sections { get; init; } = [];

    /// <summary>Reads a bundle.</summary>
    /// <param name="path">Its folder, or the <c>program.json</c> in it.</param>
    /// <exception cref="VtaInputException">The bundle is broken; the message names file and key.</exception>
    public static ProgramBundle Load(string path) => new ProgramBundleReader(path).Read();

    /// <summary>Writes a bundle into a folder, which is created where it is missing.</summary>
    /// <exception cref="VtaInputException">The folder cannot be written.</exception>
    public void Save(string folder) => ProgramBundleWriter.Write(this, folder);

    /// <summary>A new memory that holds what the program starts with.</summary>
    public Dram CreateDram()
    {
        var dram = new Dram();
        foreach (var segment in Memory)
            dram.Write(segment.Address, segment.Data);
        return dram;
    }

    /// <summary>Compares memory with what is expected; one entry for each file with differences.</summary>
    public IReadOnlyList<Mismatch> Compare(Dram dram)
    {
        var mismatches = new List<Mismatch>();
        foreach (var segment in Expected)
        {
            var found = new byte[segment.Data.Length];
            dram.Read(segment.Address, found);
            var first = found.AsSpan().CommonPrefixLength(segment.Data);
            if (first == found.Length)
                continue;
            var count = found.Where((value, index) => value != segment.Data[index]).Count();
            mismatches.Add(new Mismatch(segment.File, segment.Address + (uint)first, segment.Data[first], found[first], count));
        }
        return mismatches;
    }
}
