namespace Vta.Hdl.Verilog;

/// <summary>A file of Verilog text.</summary>
/// <param name="Name">The file name: that of the one module it holds, with <c>.v</c>.</param>
/// <param name="Text">The contents, lines ended with a line feed.</param>
public sealed record VerilogFile(string Name, string Text);
