namespace Vta.Isa.Documentation;

/// <summary>A value of a field, and what it is called.</summary>
public sealed record Code(int Value, string Name);
