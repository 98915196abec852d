using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Vta.Hdl.Generators.Analysis;

/// <summary>Finds C# that compiles, but does not describe what it seems to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardwareAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> s_portMakers = ["In", "Out", "Sink", "Source"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.OpenScope, Rules.ObjectEquality, Rules.ReboundPort, Rules.NewBundle, Rules.UnusedValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (HardwareTypes.In(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(c => CheckStatement(c, types), OperationKind.ExpressionStatement);
            start.RegisterOperationAction(c => CheckVariable(c, types), OperationKind.VariableDeclarator);
            start.RegisterOperationAction(c => CheckCall(c, types), OperationKind.Invocation);
            start.RegisterOperationAction(c => CheckAssignment(c, types), OperationKind.SimpleAssignment);
            start.RegisterOperationAction(c => CheckCreation(c, types), OperationKind.ObjectCreation);
        });
    }

    private static void CheckStatement(OperationAnalysisContext context, HardwareTypes types)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        if (expression is ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value })
            expression = value;
        if (expression is not IInvocationOperation call)
            return;
        if (types.IsScope(call.Type))
            Report(context, Rules.OpenScope, call.TargetMethod.Name);
        else if (types.IsValue(call.Type) && types.IsOperation(call.TargetMethod) && !Declares(call.TargetMethod))
            Report(context, Rules.UnusedValue, call.TargetMethod.Name);
    }

    private static void CheckVariable(OperationAnalysisContext context, HardwareTypes types)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        var isUsing = variable.Parent is { Parent: var group } && (group is IUsingOperation || group?.Parent is IUsingOperation or IUsingDeclarationOperation);
        if (!isUsing && types.IsScope(variable.Symbol.Type) && variable.Initializer?.Value is IInvocationOperation call)
            Report(context, Rules.OpenScope, call.TargetMethod.Name);
    }

    private static void CheckCall(OperationAnalysisContext context, HardwareTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: nameof(Equals) or nameof(ReferenceEquals), ContainingType.SpecialType: SpecialType.System_Object })
            return;
        var operands = call.Arguments.Select(a => a.Value).Concat(call.Instance is { } instance ? [instance] : []);
        if (operands.Any(o => types.IsValue(WithoutConversion(o).Type)))
            Report(context, Rules.ObjectEquality, call.TargetMethod.Name);
    }

    private static void CheckAssignment(OperationAnalysisContext context, HardwareTypes types)
    {
        if (((ISimpleAssignmentOperation)context.Operation).Target is not IFieldReferenceOperation { Field: var field }
            || context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }
            || !types.IsValue(field.Type))
        {
            return;
        }
        if (field.DeclaringSyntaxReferences.Any(r => IsPort(r.GetSyntax(context.CancellationToken))))
            Report(context, Rules.ReboundPort, field.Name);
    }

    /// <summary>Constructors of bundles run in the function that describes their type, and nowhere else.</summary>
    private static void CheckCreation(OperationAnalysisContext context, HardwareTypes types)
    {
        if (!types.IsBundle(context.Operation.Type))
            return;
        for (var around = context.Operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or IReturnOperation)
                return;
        }
        Report(context, Rules.NewBundle, context.Operation.Type!.Name);
    }

    private static bool IsPort(SyntaxNode declarator) =>
        declarator is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax
        {
            Initializer.Value: Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax call,
        } && s_portMakers.Contains(DeclaringCalls.MethodName(call));

    /// <summary>True for what leaves something in the module, whether or not its result is used.</summary>
    private static bool Declares(IMethodSymbol method) => method.Parameters.Any(p => p.Name == "name" || p.Name == "line");

    private static IOperation WithoutConversion(IOperation operation) => operation is IConversionOperation { IsImplicit: true } c ? c.Operand : operation;

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), name));
}
