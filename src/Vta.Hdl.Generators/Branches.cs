using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vta.Hdl.Generators;

/// <summary>The branches of C# conditions that set signals: what is set there overrides a default on purpose.</summary>
internal static class Branches
{
    /// <summary>What a node that is an if or an arm of a switch does in its condition's favour; null for all others, and where nothing is set.</summary>
    public static SyntaxNode? Of(SyntaxNode node) => node switch
    {
        IfStatementSyntax choice when Sets(choice.Statement) => choice.Statement,
        ElseClauseSyntax otherwise when otherwise.Statement is not IfStatementSyntax && Sets(otherwise.Statement) => otherwise.Statement,
        SwitchSectionSyntax section when Sets(section) => section,
        _ => null,
    };

    /// <summary>The line on which the branch ends.</summary>
    public static int LastLine(SyntaxNode branch) => branch.SyntaxTree.GetMappedLineSpan(branch.Span).EndLinePosition.Line + 1;

    private static bool Sets(SyntaxNode branch) =>
        branch.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => DeclaringCalls.MethodName(call) is "Set" or "Connect" or "Go");
}
