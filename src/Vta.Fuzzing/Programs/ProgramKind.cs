namespace Vta.Fuzzing.Programs;

/// <summary>What a random program is like.</summary>
public enum ProgramKind
{
    /// <summary>It ends without a fault.</summary>
    Legal,

    /// <summary>It has indices past buffers, undefined codes, memory that answers with errors, tokens left over; it ends.</summary>
    Faulty,

    /// <summary>As <see cref="Faulty"/>, and it mostly cannot end: a token never comes (unless a leftover one stands in for it), FINISH is missing, or cannot be read.</summary>
    Endless,
}
