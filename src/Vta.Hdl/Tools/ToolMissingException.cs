namespace Vta.Hdl.Tools;

/// <summary>A command line tool is not installed; the message says what needs it and where it comes from.</summary>
public sealed class ToolMissingException : Exception
{
    internal ToolMissingException(string tool)
        : base($"{tool} is not installed: {Purpose(tool)}")
    {
    }

    private static string Purpose(string tool) => tool == ToolNames.WaveConverter
        ? "it makes waves in FST format; on Debian and Ubuntu, apt-get install gtkwave; waves in VCD format need no tool"
        : "proofs need yosys (with yosys-smtbmc) and z3; on Debian and Ubuntu, apt-get install yosys z3";
}
