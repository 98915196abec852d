namespace Vta.Compiler;

/// <summary>Operators of index arithmetic.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Min,
    Max,
}
