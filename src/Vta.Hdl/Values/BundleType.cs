using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>The description of a <see cref="Bundle"/>: made from its constructor, which runs once for each value.</summary>
public sealed class BundleType<T>(Func<T> constructor) : HwType<T>
    where T : Bundle
{
    private readonly Lazy<IReadOnlyList<Leaf>> _leaves = new(() => BundleBinder.Describe(constructor));

    /// <inheritdoc/>
    public override IReadOnlyList<Leaf> Leaves => _leaves.Value;

    internal override T Bind(IReadOnlyList<Expression> leaves)
    {
        var value = BundleBinder.Bind(constructor, leaves);
        value.Attach(leaves, Leaves, this);
        return value;
    }
}
