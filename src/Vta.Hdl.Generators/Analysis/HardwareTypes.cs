using Microsoft.CodeAnalysis;

namespace Vta.Hdl.Generators.Analysis;

/// <summary>The types of the HDL, as a compilation that uses it knows them.</summary>
internal sealed class HardwareTypes
{
    private readonly INamedTypeSymbol _data;
    private readonly INamedTypeSymbol _bundle;
    private readonly INamedTypeSymbol _scope;

    private HardwareTypes(INamedTypeSymbol data, INamedTypeSymbol bundle, INamedTypeSymbol scope)
    {
        _data = data;
        _bundle = bundle;
        _scope = scope;
    }

    /// <summary>Null where the compilation does not use the HDL.</summary>
    public static HardwareTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Vta.Hdl.Data") is { } data
        && compilation.GetTypeByMetadataName("Vta.Hdl.Bundle") is { } bundle
        && compilation.GetTypeByMetadataName("Vta.Hdl.Elaboration.Scope") is { } scope
            ? new(data, bundle, scope)
            : null;

    public bool IsValue(ITypeSymbol? type) => Derives(type, _data);

    public bool IsBundle(ITypeSymbol? type) => Derives(type, _bundle);

    public bool IsScope(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _scope);

    /// <summary>True for what the library offers to its users.</summary>
    public bool IsOperation(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _data.ContainingAssembly);

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol from)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, from))
                return true;
        }
        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(c => Derives(c, from));
    }
}
