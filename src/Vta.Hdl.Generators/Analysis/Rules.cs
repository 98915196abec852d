using Microsoft.CodeAnalysis;

namespace Vta.Hdl.Generators.Analysis;

/// <summary>The mistakes that are found while the source is written. Codes are never reused.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor OpenScope = New(
        "HWA001", "A block of conditional hardware needs using", "'{0}' opens a block that is never closed: write 'using ({0}(…))' with what belongs to it behind");

    public static readonly DiagnosticDescriptor ObjectEquality = New(
        "HWA002", "Hardware values are compared with ==", "'{0}' compares C# objects while the hardware is described; '==' describes a comparator");

    public static readonly DiagnosticDescriptor ReboundPort = New(
        "HWA003", "Ports are driven with Set", "'=' makes '{0}' name another value and drives nothing: write '{0}.Set(…)', and declare the port readonly");

    public static readonly DiagnosticDescriptor NewBundle = New(
        "HWA004", "Bundles are made from their type", "'new {0}' is no value of the hardware: use a type, BundleOf(() => new {0}(…)), and ports, wires or registers of it");

    public static readonly DiagnosticDescriptor UnusedValue = New(
        "HWA005", "A computed value is not used", "'{0}' gives a new value and changes nothing: use its result");

    private static DiagnosticDescriptor New(string id, string title, string message) => new(
        id, title, message, "Vta.Hdl", DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
