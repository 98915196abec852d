namespace Vta.Isa.Launch;

/// <summary>What the host may do with a register.</summary>
public enum RegisterAccess
{
    ReadOnly,
    ReadWrite,
}
