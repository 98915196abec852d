namespace Vta.Hdl.Library.Registers;

/// <summary>What the host and the hardware do with a field.</summary>
public enum FieldAccess
{
    /// <summary>The host reads what the hardware shows (<see cref="RegisterSlave.Inputs"/>); writes do nothing.</summary>
    ReadOnly,

    /// <summary>The host reads its reset value; writes do nothing.</summary>
    Constant,

    /// <summary>The host reads and writes a register, which the hardware sees (<see cref="RegisterSlave.Outputs"/>).</summary>
    ReadWrite,

    /// <summary>
    /// The hardware sets bits (<see cref="RegisterSlave.Inputs"/>), and the host clears those that it writes as one. A bit that is set and cleared in one cycle is
    /// set: no event is lost. The hardware sees the bits, too (<see cref="RegisterSlave.Outputs"/>).
    /// </summary>
    WriteOneToClear,

    /// <summary>What the host writes is there for one cycle (<see cref="RegisterSlave.Outputs"/>), and zero otherwise; it reads as zero.</summary>
    Pulse,
}
