namespace Vta.Isa;

/// <summary>What the host may do with a register.</summary>
public enum RegisterAccess
{
    ReadOnly,
    ReadWrite,
}
