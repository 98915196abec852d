namespace Vta.Isa.Programs;

/// <summary>A tensor that a program takes from its caller or gives back: signed integers in row-major order, the first at the lowest bits, without gaps.</summary>
/// <param name="Name">The name that callers use.</param>
/// <param name="Role">What the program does with it.</param>
/// <param name="Width">Bits of a value, 2 to 32.</param>
/// <param name="Shape">Lengths of its axes as it lies in DRAM, outermost first.</param>
/// <param name="Address">Byte address of its first value.</param>
public sealed record ProgramArgument(string Name, ArgumentRole Role, int Width, IReadOnlyList<int> Shape, uint Address)
{
    /// <summary>Values that it has.</summary>
    public long Values => Shape.Aggregate(1L, (product, length) => product * length);

    public long Bytes => (Values * Width + 7) / 8;

    /// <summary>The address after its last byte.</summary>
    public long End => Address + Bytes;

    public override string ToString() => $"{Name} (int{Width}, {string.Join('x', Shape)})";
}
