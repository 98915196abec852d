namespace Vta.Hdl.Tools;

/// <summary>Tools by the names that they are called by.</summary>
internal static class ToolNames
{
    /// <summary>The tool of GTKWave that makes FST of VCD.</summary>
    public const string WaveConverter = "vcd2fst";

    /// <summary>What makes C++ of Verilog, and calls the compiler.</summary>
    public const string VerilogCompiler = "verilator";
}
