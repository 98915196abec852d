namespace Vta.Compiler.LoopIr;

/// <summary>Parts of nodes, rewritten one by one.</summary>
internal static class Rewriting
{
    /// <summary>What a function makes of each part, and whether that is the same for all; then it is the list that it was.</summary>
    internal static (IReadOnlyList<T> Parts, bool IsSame) Each<T>(IReadOnlyList<T> parts, Func<T, T>? rewrite)
        where T : class
    {
        T[]? changed = null;
        for (var index = 0; rewrite is not null && index < parts.Count; index++)
        {
            var part = rewrite(parts[index]);
            if (changed is null && !ReferenceEquals(part, parts[index]))
                changed = [.. parts];
            if (changed is not null)
                changed[index] = part;
        }
        return (changed ?? parts, changed is null);
    }
}
