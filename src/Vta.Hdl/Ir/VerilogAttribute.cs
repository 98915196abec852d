namespace Vta.Hdl.Ir;

/// <summary>A note to the tools behind the Verilog, such as <c>keep</c> or <c>ram_style</c>; it changes nothing of what is computed.</summary>
/// <param name="Name">An identifier of Verilog.</param>
/// <param name="Value">What stands behind <c>=</c>: a string without quotes and line ends.</param>
public sealed record VerilogAttribute(string Name, string Value);
