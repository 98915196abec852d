using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The functions of a module that join all elements of a vector: one for each operator and shape of vector.</summary>
internal sealed class ReduceFunctions(NameTable names)
{
    private readonly Dictionary<(BinaryOperator Operator, int Count, int Width), string> _names = [];

    public string NameOf(BinaryOperator operation, int count, int width)
    {
        if (!_names.TryGetValue((operation, count, width), out var name))
            _names[(operation, count, width)] = name = names.Unique($"{Word(operation)}_{count}x{width}");
        return name;
    }

    public void Write(CodeText text, string loopVariable)
    {
        if (_names.Count == 0)
            return;
        var elements = names.Unique("elements");
        foreach (var ((operation, count, width), name) in _names)
        {
            text.Gap();
            text.Line($"function automatic {ModuleScope.Declare("", name, width).TrimStart()};");
            text.Indent();
            text.Line(ModuleScope.Declare("input", elements, count * width) + ";");
            text.Line($"integer {loopVariable};");
            text.Line("begin");
            text.Indent();
            text.Line($"{name} = {elements}[{width - 1}:0];");
            text.Line($"for ({loopVariable} = 1; {loopVariable} < {count}; {loopVariable} = {loopVariable} + 1)");
            text.Indent();
            text.Line($"{name} = {name} {Symbol(operation)} {elements}[{loopVariable}*{width} +: {width}];");
            text.Unindent();
            text.Unindent();
            text.Line("end");
            text.Unindent();
            text.Line("endfunction");
        }
        text.Gap();
    }

    private static string Word(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "sum",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        _ => "xor",
    };

    private static string Symbol(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        _ => "^",
    };
}
