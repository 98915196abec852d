using System.Collections.Immutable;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Nodes;

/// <summary>One operation on quantised tensors.</summary>
/// <param name="Origin">What it was in the model's file.</param>
/// <param name="Output">What it makes.</param>
public abstract record Node(Origin Origin, Tensor Output)
{
    /// <summary>What it takes, constants included.</summary>
    public abstract ImmutableArray<Tensor> Inputs { get; }

    /// <summary>The kind of operation.</summary>
    public string Operator => GetType().Name;

    /// <summary>Does what depends on the kind.</summary>
    public abstract T Accept<T>(INodeVisitor<T> visitor);

    /// <summary>Operands, without one that is left out.</summary>
    protected static ImmutableArray<Tensor> Present(params ReadOnlySpan<Tensor?> operands)
    {
        var present = ImmutableArray.CreateBuilder<Tensor>(operands.Length);
        foreach (var operand in operands)
        {
            if (operand is not null)
                present.Add(operand);
        }
        return present.ToImmutable();
    }
}
