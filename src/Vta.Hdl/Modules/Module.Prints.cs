using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>What simulators print.</content>
public abstract partial class Module
{
    /// <summary>
    /// Prints a line at every clock edge while reset is not active, under the conditions in force, with the values before the edge; in Verilog, with <c>$display</c>.
    /// </summary>
    public static void Print(PrintText text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Print(text.Parts, new(file, line));

    /// <summary>As <see cref="Print(PrintText, string, int)"/>, a line without values.</summary>
    public static void Print(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Print([new(text, null, PrintFormat.Decimal)], new(file, line));

    private static void Print(IReadOnlyList<PrintPart> parts, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        var domain = context.Domain;
        context.UnderConditions(conditions => context.Instance.Prints.Add(new(parts, conditions, location) { Domain = domain }));
    }
}
