namespace Vta.Compiler;

/// <summary>A region of DRAM that a program uses, without an address until the program is bound. Two of the same name are still two.</summary>
/// <param name="name">Name for listings, bundles and messages.</param>
/// <param name="bytes">Its size.</param>
public sealed class DramBuffer(string name, long bytes)
{
    public string Name { get; } = name;

    public long Bytes { get; } = bytes;

    public override string ToString() => Name;
}
