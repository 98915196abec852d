namespace Vta.Compiler.Verification;

/// <summary>Findings, of which the first of each kind, pair of statements and buffer is kept.</summary>
internal sealed class FindingList
{
    private readonly HashSet<(FindingKind, object?, object, string)> known = [];
    private readonly List<Finding> all = [];

    internal IReadOnlyList<Finding> All => all;

    /// <param name="kind">What is wrong.</param>
    /// <param name="earlier">The operation that it is wrong with; null for none.</param>
    /// <param name="later">The operation that goes wrong.</param>
    /// <param name="where">The buffer.</param>
    /// <param name="message">All of it.</param>
    internal void Add(FindingKind kind, Operation? earlier, Operation later, string where, string message)
    {
        if (known.Add((kind, earlier?.Source, later.Source, where)))
            all.Add(new Finding(kind, message));
    }

    internal void Add(FindingKind kind, string message) => all.Add(new Finding(kind, message));
}
