namespace Vta.Hdl.Library.Registers;

/// <summary>A word of a register map.</summary>
/// <param name="name">A name in C, unique in the map.</param>
/// <param name="offset">Its byte address, a multiple of four.</param>
/// <param name="description">One line for the documentation.</param>
/// <param name="fields">What it is made of; other bits read as zero.</param>
/// <param name="hasStrobes">
/// The hardware is told when it is accessed, as what fills or empties a queue has to be (<see cref="RegisterSlave.Written"/>, <see cref="RegisterSlave.Taken"/>).
/// </param>
public sealed class Register(string name, int offset, string description, IReadOnlyList<RegisterField> fields, bool hasStrobes = false)
{
    /// <summary>Bits of all registers.</summary>
    public const int Width = 32;

    /// <summary>Bytes of all registers.</summary>
    public const int Bytes = Width / 8;

    /// <summary>A name in C, unique in the map.</summary>
    public string Name { get; } = name;

    /// <summary>Its byte address.</summary>
    public int Offset { get; } = offset;

    /// <summary>One line for the documentation.</summary>
    public string Description { get; } = description;

    /// <summary>What it is made of.</summary>
    public IReadOnlyList<RegisterField> Fields { get; } = fields;

    /// <summary>The hardware is told when it is accessed.</summary>
    public bool HasStrobes { get; } = hasStrobes;

    /// <summary>What it reads as after reset, bits that the hardware shows as zero.</summary>
    public uint Reset => Fields.Where(f => f.HasReset).Aggregate(0u, (all, f) => all | (f.Reset << f.Offset));

    /// <summary>A write of the host does something.</summary>
    internal bool IsWritable => HasStrobes || Fields.Any(f => f.IsOutput);

    /// <summary>A read of the host says something.</summary>
    internal bool IsReadable => HasStrobes || Fields.Any(f => f.Access != FieldAccess.Pulse);
}
