namespace HdlTutorial;

/// <summary>What an <see cref="Alu"/> computes, numbered as in the instructions (funct3).</summary>
public enum AluOperation
{
    Add = 0,
    ShiftLeft = 1,
    LessSigned = 2,
    Less = 3,
    Xor = 4,
    ShiftRight = 5,
    Or = 6,
    And = 7,
}
