using System.Numerics;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Elaboration;

/// <summary>What is checked where memories are declared: nothing is cut silently.</summary>
internal static class DeclarationChecks
{
    public static void Memory(BuildContext context, int width, int depth, IReadOnlyList<BigInteger> contents, SourceLocation location)
    {
        if (depth < 1)
            throw new HdlException(Rule.Parameter, $"a memory has at least 1 word, not {depth}", location);
        if (contents.Count > depth)
            context.Report(Rule.Parameter, $"{contents.Count} words do not fit a memory of {depth}", location);
        for (var i = 0; i < contents.Count; i++)
        {
            if (Require.OutOfRange(contents[i], width, signed: false) is { } problem)
                context.Report(Rule.LiteralRange, $"word {i} of the contents: {problem}", location);
        }
    }
}
