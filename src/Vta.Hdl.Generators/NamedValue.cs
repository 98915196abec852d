using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vta.Hdl.Generators;

/// <summary>A value that the source gives a name: in a declaration, or in an assignment to a variable or field.</summary>
internal static class NamedValue
{
    /// <summary>The name and the value, where the node is one and the value contains a call.</summary>
    public static (string Name, ExpressionSyntax Value)? Of(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } declarator when value is not (LiteralExpressionSyntax or IdentifierNameSyntax) =>
            (declarator.Identifier.ValueText, value),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } assignment
            when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && value is InvocationExpressionSyntax =>
            (name.Identifier.ValueText, value),
        _ => null,
    };
}
