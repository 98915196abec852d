using Vta.Compiler.Tensors;

namespace Vta.Compiler.LoopIr;

/// <summary>What loops compute or read before it has a buffer, such as a tensor of an expression.</summary>
public abstract class DataProducer
{
    private protected DataProducer(string name, IReadOnlyList<int> shape, DataType type)
    {
        Name = name;
        Shape = shape;
        Type = type;
    }

    public string Name { get; }

    /// <summary>Lengths of its axes, outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Type of its values.</summary>
    public DataType Type { get; }

    public sealed override string ToString() => Name;
}
