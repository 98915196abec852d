namespace Vta.Hdl.Library.Registers;

/// <summary>An APB4 bus as the completer sees it; the requester has it flipped.</summary>
/// <param name="addressWidth">Bits of a byte address.</param>
public sealed class ApbPorts(int addressWidth) : Interface
{
    /// <summary>The byte address.</summary>
    public readonly UInt Address = In(UInt(addressWidth), "paddr");

    /// <summary>The completer is selected.</summary>
    public readonly Bool Select = In("psel");

    /// <summary>The second and later cycles of a transfer.</summary>
    public readonly Bool Enable = In("penable");

    /// <summary>The transfer is a write.</summary>
    public readonly Bool Writes = In("pwrite");

    /// <summary>The word that is written.</summary>
    public readonly UInt WriteData = In(UInt(Register.Width), "pwdata");

    /// <summary>One bit for each byte that is written.</summary>
    public readonly UInt Strobe = In(UInt(Register.Bytes), "pstrb");

    /// <summary>The transfer ends in this cycle.</summary>
    public readonly Bool Ready = Out("pready");

    /// <summary>The word that is read.</summary>
    public readonly UInt ReadData = Out(UInt(Register.Width), "prdata");

    /// <summary>The transfer that ends has failed.</summary>
    public readonly Bool Fails = Out("pslverr");
}
