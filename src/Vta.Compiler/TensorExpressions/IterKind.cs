namespace Vta.Compiler.TensorExpressions;

/// <summary>What an axis runs over.</summary>
public enum IterKind
{
    /// <summary>Values of a tensor.</summary>
    Data,

    /// <summary>What is reduced to one value.</summary>
    Reduce,

    /// <summary>Virtual threads.</summary>
    Thread,
}
