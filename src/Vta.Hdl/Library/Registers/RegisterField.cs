using System.Numerics;

namespace Vta.Hdl.Library.Registers;

/// <summary>Some bits of a register.</summary>
/// <param name="name">A name in C, unique in the register.</param>
/// <param name="access">What host and hardware do with it.</param>
/// <param name="offset">Its lowest bit in the register.</param>
/// <param name="width">Its bits.</param>
/// <param name="description">One line for the documentation.</param>
/// <param name="reset">Its value after reset; of a <see cref="FieldAccess.Constant"/> at all times. Others than those two and what can be written have none.</param>
public sealed class RegisterField(string name, FieldAccess access, int offset, int width, string description, uint reset = 0)
{
    /// <summary>A name in C, unique in the register.</summary>
    public string Name { get; } = name;

    /// <summary>What host and hardware do with it.</summary>
    public FieldAccess Access { get; } = access;

    /// <summary>Its lowest bit in the register.</summary>
    public int Offset { get; } = offset;

    /// <summary>Its bits.</summary>
    public int Width { get; } = width;

    /// <summary>One line for the documentation.</summary>
    public string Description { get; } = description;

    /// <summary>Its value after reset.</summary>
    public uint Reset { get; } = reset;

    /// <summary>Its bits in the register.</summary>
    public uint Mask => (uint)(((BigInteger.One << Width) - 1) << Offset);

    /// <summary>The hardware tells the slave something.</summary>
    internal bool IsInput => Access is FieldAccess.ReadOnly or FieldAccess.WriteOneToClear;

    /// <summary>The slave tells the hardware something.</summary>
    internal bool IsOutput => Access is FieldAccess.ReadWrite or FieldAccess.WriteOneToClear or FieldAccess.Pulse;

    /// <summary>Reset decides what the host reads.</summary>
    internal bool HasReset => Access is not (FieldAccess.ReadOnly or FieldAccess.Pulse);
}
