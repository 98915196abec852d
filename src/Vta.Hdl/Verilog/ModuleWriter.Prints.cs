using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>What is printed: in clocked blocks that synthesis does not see.</content>
internal sealed partial class ModuleWriter
{
    private void WritePrints()
    {
        if (_plan.Prints.Count == 0)
            return;
        Body.Gap();
        Body.Line("`ifndef SYNTHESIS");
        foreach (var group in _plan.Prints.GroupBy(p => p.Domain))
        {
            var block = _scope.NewText();
            block.Line($"always @({_clocks.Of(group.Key).EdgeOrReset}) begin");
            block.Indent();
            foreach (var print in group)
                WriteChecked(print.Domain, print.Enable, "print", Display(print), print.Location, block);
            block.Unindent();
            block.Line("end");
            Body.Append(block);
        }
        Body.Line("`endif");
        Body.Gap();
    }

    private string Display(Print print)
    {
        var format = string.Concat(print.Parts.Select(p => FormatText(p.Text) + (p.Value is null ? "" : Letter(p.Format))));
        var values = print.Parts.Where(p => p.Value is not null).Select(p =>
        {
            var value = _expressions.Argument(p.Value!, "printed");
            return p.Format == PrintFormat.SignedDecimal ? $", $signed({value})" : $", {value}";
        });
        return $"$display(\"{format}\"{string.Concat(values)});";
    }

    private static string Letter(PrintFormat format) => format switch
    {
        PrintFormat.Hexadecimal => "%h",
        PrintFormat.Binary => "%b",
        _ => "%0d",
    };
}
