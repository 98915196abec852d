using System.Text;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Waves;

/// <summary>The file that takes a wave: VCD as it is written, FST converted from it at the end by a tool of GTKWave.</summary>
internal sealed class WaveFile : StreamWriter
{
    private const string Fst = ".fst";

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    private readonly string _path;
    private readonly string _vcd;

    private WaveFile(string path, string vcd)
        : base(vcd, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) => (_path, _vcd) = (path, vcd);

    /// <summary>Opens a file.</summary>
    /// <exception cref="ArgumentException">It is neither named .vcd nor .fst.</exception>
    /// <exception cref="ToolMissingException">FST is asked for, and the converter is not installed.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static WaveFile Create(string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".vcd":
                return new(path, path);
            case Fst when !ToolProcess.IsInstalled(ToolNames.WaveConverter):
                throw new ToolMissingException(ToolNames.WaveConverter);
            case Fst:
                return new(path, path + ".vcd");
            default:
                throw new ArgumentException($"a wave is a .vcd or a .fst file, not '{path}'", nameof(path));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _vcd == _path)
        {
            base.Dispose(disposing);
            return;
        }
        var converted = _path + ".tmp";
        try
        {
            base.Dispose(disposing);
            if (File.Exists(_vcd))
                Convert(converted);
        }
        finally
        {
            File.Delete(_vcd);
            File.Delete(converted);
        }
    }

    private void Convert(string converted)
    {
        var run = ToolProcess.Run(
            ToolNames.WaveConverter, Path.GetDirectoryName(Path.GetFullPath(_vcd))!, s_timeout, Path.GetFullPath(_vcd), Path.GetFullPath(converted));
        if (run is not (0, _))
            throw new IOException($"{ToolNames.WaveConverter}: {(run is { Lines: [_, ..] lines } ? string.Join(' ', lines) : "could not convert it; the disk may be full")}");
        File.Move(converted, _path, overwrite: true);
    }
}
