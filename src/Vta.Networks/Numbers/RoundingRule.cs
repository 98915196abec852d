using Vta.Isa;

namespace Vta.Networks.Numbers;

/// <summary>How a real factor is applied to an integer. The same model gives other bytes under another rule.</summary>
public enum RoundingRule
{
    /// <summary>
    /// gemmlowp and TFLite Micro: a saturating, rounding, doubling high multiply, then a rounding division by a power of two. Halves go up
    /// in the first, away from zero in the second.
    /// </summary>
    Double,

    /// <summary>TFLite's builtin kernels since 2.20: one 64-bit product, rounded once, halves up.</summary>
    Single,

    /// <summary>ONNX: a product in float32 with the float32 factor, rounded to the nearest integer, halves to even.</summary>
    Float,
}

/// <summary>The names of the rules.</summary>
public static class RoundingRules
{
    /// <summary>All names, in the order of the rules.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<RoundingRule>().Select(Name)];

    /// <summary>The name on command lines and in results.</summary>
    public static string Name(this RoundingRule rule) => rule.ToString().ToLowerInvariant();

    /// <summary>The rule of a name.</summary>
    /// <exception cref="VtaInputException">There is none.</exception>
    public static RoundingRule Parse(string name) => Names.ToList().IndexOf(name) is >= 0 and var index
        ? (RoundingRule)index
        : throw new VtaInputException($"unknown rounding rule '{name}'; {NearestName.Suggest(name, Names)}", "--rounding");
}
