namespace Vta.Hdl.Library.Axi;

/// <summary>The widths of an AXI4 bus.</summary>
/// <param name="AddressWidth">Bits of a byte address.</param>
/// <param name="DataWidth">Bits of a beat: 8, 16, … 1024.</param>
/// <param name="IdWidth">Bits of an identifier, at least 1.</param>
/// <param name="LengthWidth">Bits of a burst's length: 8 in AXI4, fewer where all bursts are short (AXI3 has 4).</param>
public sealed record Axi4Shape(int AddressWidth, int DataWidth, int IdWidth = 1, int LengthWidth = 8)
{
    /// <summary>Bytes of a beat.</summary>
    public int Bytes => DataWidth / 8;

    /// <summary>The size, as in AxSIZE, of a beat that fills the bus.</summary>
    public int FullSize => int.Log2(Bytes);
}
