namespace Vta.Compiler.LoopIr;

/// <summary>Operators on two integers, or on two conditions.</summary>
public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Min,
    Max,
    FloorDivide,
    FloorModulo,
    ShiftLeft,
    ShiftRight,
    Less,
    LessOrEqual,
    And,
    Or,
}
