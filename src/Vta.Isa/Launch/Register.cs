using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>A host register. One of 64 bits is two of 32, the low half first.</summary>
/// <param name="Name">Name in documents, drivers and hardware, in lower snake case.</param>
/// <param name="Offset">Byte offset.</param>
/// <param name="Access">What the host may do.</param>
/// <param name="Width">32 or 64 bits.</param>
/// <param name="Meaning">What it holds, for documents.</param>
public sealed record Register(string Name, int Offset, RegisterAccess Access, int Width, string Meaning)
{
    /// <summary>The extension that a device has to have for it; where it has not, the word reads zero.</summary>
    public Extensions Needs { get; init; }

    internal static Register Counter(string name, int offset, string meaning) => new(name, offset, RegisterAccess.ReadOnly, 64, meaning);
}
