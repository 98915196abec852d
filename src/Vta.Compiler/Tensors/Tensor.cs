namespace Vta.Compiler.Tensors;

/// <summary>Integers in row-major order.</summary>
public sealed class Tensor
{
    private readonly int[] extents;

    /// <param name="shape">Lengths of its axes, outermost first.</param>
    public Tensor(params ReadOnlySpan<int> shape)
    {
        extents = [.. shape];
        var length = 1;
        foreach (var extent in shape)
            length = checked(length * extent);
        Data = new int[length];
    }

    public IReadOnlyList<int> Shape => extents;

    public int[] Data { get; }

    /// <summary>A number of a tensor of four axes.</summary>
    public ref int this[int a, int b, int c, int d] => ref Data[((a * extents[1] + b) * extents[2] + c) * extents[3] + d];

    /// <summary>A tensor of seeded random numbers, over all values of a width.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="width">Bits of a two's complement number.</param>
    /// <param name="shape">Lengths of its axes.</param>
    public static Tensor Random(Random random, int width, params ReadOnlySpan<int> shape)
    {
        var tensor = new Tensor(shape);
        var limit = 1L << (width - 1);
        foreach (ref var value in tensor.Data.AsSpan())
            value = (int)random.NextInt64(-limit, limit);
        return tensor;
    }

    /// <summary>This tensor with its outermost axis made longer, filled up with zeros.</summary>
    public Tensor PadTo(int length)
    {
        var padded = new Tensor([length, .. Shape.Skip(1)]);
        Data.CopyTo(padded.Data, 0);
        return padded;
    }

    /// <summary>This tensor several times over along its outermost axis.</summary>
    public Tensor Repeat(int times)
    {
        var repeated = new Tensor([times * Shape[0], .. Shape.Skip(1)]);
        for (var index = 0; index < times; index++)
            Data.CopyTo(repeated.Data, index * Data.Length);
        return repeated;
    }
}
