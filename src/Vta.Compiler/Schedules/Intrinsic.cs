namespace Vta.Compiler.Schedules;

/// <summary>Something that the hardware does, and that a schedule asks for by name. It prints as <c>vta env</c> lists it.</summary>
public abstract class Intrinsic
{
    private protected Intrinsic(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    public string Name { get; }

    /// <summary>What it does, in a line.</summary>
    public string Summary { get; }

    public sealed override string ToString() => $"{Name,-8}  {Summary}";
}
