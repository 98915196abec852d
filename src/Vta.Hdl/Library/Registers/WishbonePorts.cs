namespace Vta.Hdl.Library.Registers;

/// <summary>A Wishbone B4 bus for classic cycles as the slave sees it; the master has it flipped.</summary>
/// <param name="addressWidth">Bits of a byte address.</param>
public sealed class WishbonePorts(int addressWidth) : Interface
{
    /// <summary>A bus cycle is under way.</summary>
    public readonly Bool Cycle = In("cyc");

    /// <summary>The slave is asked for a transfer.</summary>
    public readonly Bool Strobe = In("stb");

    /// <summary>The transfer is a write.</summary>
    public readonly Bool Writes = In("we");

    /// <summary>The byte address.</summary>
    public readonly UInt Address = In(UInt(addressWidth), "adr");

    /// <summary>One bit for each byte that is written.</summary>
    public readonly UInt Select = In(UInt(Register.Bytes), "sel");

    /// <summary>The word that is written.</summary>
    public readonly UInt WriteData = In(UInt(Register.Width), "dat_w");

    /// <summary>The word that is read.</summary>
    public readonly UInt ReadData = Out(UInt(Register.Width), "dat_r");

    /// <summary>The transfer ends well.</summary>
    public readonly Bool Acknowledge = Out("ack");

    /// <summary>The transfer ends and has failed.</summary>
    public readonly Bool Fails = Out("err");
}
