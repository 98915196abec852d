using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vta.Hdl.Generators;

/// <summary>Finds the calls in a value that declare hardware: methods that take a name, and the place of the caller.</summary>
internal static class DeclaringCalls
{
    /// <summary>The calls that the value comes from; operands that it is only computed from are not among them.</summary>
    public static IEnumerable<InvocationExpressionSyntax> In(ExpressionSyntax value, SemanticModel model, CancellationToken stop) => value switch
    {
        InvocationExpressionSyntax call when Declares(call, model, stop) => [call],
        InvocationExpressionSyntax call => In(call.Expression, model, stop).Concat(InLambdas(call, model, stop)),
        MemberAccessExpressionSyntax member => In(member.Expression, model, stop),
        ElementAccessExpressionSyntax element => In(element.Expression, model, stop),
        ParenthesizedExpressionSyntax inner => In(inner.Expression, model, stop),
        CastExpressionSyntax cast => In(cast.Expression, model, stop),
        ConditionalExpressionSyntax choice => In(choice.WhenTrue, model, stop).Concat(In(choice.WhenFalse, model, stop)),
        _ => [],
    };

    public static string MethodName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<InvocationExpressionSyntax> InLambdas(
        InvocationExpressionSyntax call, SemanticModel model, CancellationToken stop) => call.ArgumentList.Arguments
        .Select(a => a.Expression)
        .OfType<LambdaExpressionSyntax>()
        .Where(l => l.ExpressionBody is not null)
        .SelectMany(l => In(l.ExpressionBody!, model, stop));

    private static bool Declares(InvocationExpressionSyntax call, SemanticModel model, CancellationToken stop) =>
        MethodName(call).Length > 0
        && model.GetSymbolInfo(call, stop).Symbol is IMethodSymbol method
        && method.Parameters.Any(p => p.Name == "name" && !Has(p, "CallerMemberNameAttribute"))
        && method.Parameters.Any(p => Has(p, "CallerLineNumberAttribute"));

    private static bool Has(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
