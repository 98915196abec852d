namespace HdlTutorial;

/// <summary>A number in an instruction, where a register could stand too.</summary>
public readonly record struct Immediate(int Value);
