using System.Runtime.CompilerServices;

namespace Vta.Hdl.Library.Axi;

/// <summary>An AXI4 port of a module.</summary>
/// <param name="role">What the module is on the bus.</param>
/// <param name="shape">The widths.</param>
/// <param name="prefix">Begins the names of all signals.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class Axi4Ports(AxiRole role, Axi4Shape shape, string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    : AxiChannels<Axi4Address, Axi4WriteData, Axi4WriteResponse, Axi4ReadData>(
        role,
        prefix,
        Axi4Address.Type(shape),
        Axi4WriteData.Type(shape),
        Axi4WriteResponse.Type(shape),
        Axi4ReadData.Type(shape),
        file,
        line)
{
    /// <summary>The widths.</summary>
    public Axi4Shape Shape { get; } = shape;
}
