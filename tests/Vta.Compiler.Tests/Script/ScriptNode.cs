namespace Vta.Compiler.Tests;

/// <summary>A statement of a program in TVM's script notation: what it is in words, its expressions, and what is inside.</summary>
internal sealed record ScriptNode(string Kind, IReadOnlyList<ScriptValue> Values, IReadOnlyList<ScriptNode> Body)
{
    /// <summary>The loop variable; null where this is no loop.</summary>
    internal string? Variable { get; init; }
}
