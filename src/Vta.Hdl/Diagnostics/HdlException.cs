namespace Vta.Hdl.Diagnostics;

/// <summary>One broken rule: its code, what was found, and the places concerned.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Message">What was found and what is allowed, in one line.</param>
/// <param name="Location">The place to look at first.</param>
public sealed record Diagnostic(Rule Rule, string Message, SourceLocation Location)
{
    /// <summary>The stable code of the rule, such as <c>HW0001</c>.</summary>
    public string Code => $"HW{(int)Rule:0000}";

    /// <inheritdoc/>
    public override string ToString() => Location.IsKnown ? $"{Location}: {Code}: {Message}" : $"{Code}: {Message}";
}

/// <summary>A hardware description breaks a rule of the HDL. Carries every diagnostic that was found.</summary>
public sealed class HdlException : Exception
{
    /// <summary>Reports several broken rules at once.</summary>
    public HdlException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Reports one broken rule.</summary>
    public HdlException(Rule rule, string message, SourceLocation location)
        : this([new Diagnostic(rule, message, location)])
    {
    }

    /// <summary>What was found, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
