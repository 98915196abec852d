namespace HdlTutorial;

/// <summary>Conditions of branches, numbered as in the instructions (funct3).</summary>
public enum BranchCondition
{
    Equal = 0,
    NotEqual = 1,
    LessSigned = 4,
    NotLessSigned = 5,
    Less = 6,
    NotLess = 7,
}
