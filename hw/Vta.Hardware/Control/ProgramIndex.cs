namespace Vta.Hardware.Control;

/// <summary>The place of an instruction in its program.</summary>
internal static class ProgramIndex
{
    /// <summary>Bits of a program index: those of the instruction count register.</summary>
    public const int Width = 32;
}
