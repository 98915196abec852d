namespace Vta.Isa.Programs;

/// <summary>What a program does with an argument.</summary>
public enum ArgumentRole
{
    /// <summary>It reads it.</summary>
    Input,

    /// <summary>It computes it.</summary>
    Output,
}
