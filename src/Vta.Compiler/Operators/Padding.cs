namespace Vta.Compiler.Operators;

/// <summary>Places before the first and after the last of an axis; a single number is both.</summary>
/// <param name="Before">Places before the first.</param>
/// <param name="After">Places after the last.</param>
public readonly record struct Padding(int Before, int After)
{
    /// <summary>Places on both sides together.</summary>
    public long Sum => (long)Before + After;

    public static implicit operator Padding(int both) => new(both, both);

    public override string ToString() => Before == After ? $"2·{Before}" : $"{Before} + {After}";
}
