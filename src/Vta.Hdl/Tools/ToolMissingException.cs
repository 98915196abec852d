namespace Vta.Hdl.Tools;

/// <summary>A command line tool is not installed; the message says what needs it and where it comes from.</summary>
public sealed class ToolMissingException : Exception
{
    internal ToolMissingException(string tool)
        : base($"{tool} is not installed: {Purpose(tool)}")
    {
    }

    private static string Purpose(string tool) => tool switch
    {
        ToolNames.WaveConverter => "it makes waves in FST format; on Debian and Ubuntu, apt-get install gtkwave; waves in VCD format need no tool",
        ToolNames.VerilogCompiler =>
            "it runs black boxes that are Verilog files, with g++ and make; on Debian and Ubuntu, apt-get install verilator g++ make; a black box with a Model needs no tool",
        _ => "proofs need yosys (with yosys-smtbmc) and z3; on Debian and Ubuntu, apt-get install yosys z3",
    };
}
