using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// What a function joins: elements of <paramref name="ElementWidth"/> bits, each extended to <paramref name="Width"/> first. Extending inside the
/// function keeps elements at their places in the vector, from which simulators take them quickest.
/// </summary>
internal readonly record struct ReduceShape(BinaryOperator Operator, int Count, int Width, int ElementWidth, bool Signed);

/// <summary>The functions of a module that join all elements of a vector: one for each operator and shape of vector.</summary>
internal sealed class ReduceFunctions(NameTable names)
{
    private readonly Dictionary<ReduceShape, string> _names = [];
    private string? _sum;

    public string NameOf(ReduceShape shape)
    {
        if (!_names.TryGetValue(shape, out var name))
            _names[shape] = name = names.Unique($"{Word(shape.Operator)}_{shape.Count}x{shape.ElementWidth}");
        return name;
    }

    public void Write(CodeText text, string loopVariable)
    {
        if (_names.Count == 0)
            return;
        var elements = names.Unique("elements");
        foreach (var (shape, name) in _names)
        {
            text.Gap();
            text.Line($"function automatic {ModuleScope.Declare("", name, shape.Width).TrimStart()};");
            text.Indent();
            text.Line(ModuleScope.Declare("input", elements, shape.Count * shape.ElementWidth) + ";");
            text.Line($"integer {loopVariable};");
            if (IsSignedSum(shape))
                WriteSignedSum(shape, name, elements, loopVariable, text);
            else
                WriteJoin(shape, name, elements, loopVariable, text);
            text.Unindent();
            text.Line("endfunction");
        }
        text.Gap();
    }

    private static bool IsSignedSum(ReduceShape shape) => shape is { Operator: BinaryOperator.Add, Signed: true } && shape.Width > shape.ElementWidth;

    private static void WriteJoin(ReduceShape shape, string name, string elements, string n, CodeText text)
    {
        text.Line("begin");
        text.Indent();
        text.Line($"{name} = {First(shape, elements)};");
        text.Line($"for ({n} = 1; {n} < {shape.Count}; {n} = {n} + 1)");
        text.Indent();
        text.Line($"{name} = {name} {Symbol(shape.Operator)} {Each(shape, elements, n)};");
        text.Unindent();
        text.Unindent();
        text.Line("end");
    }

    /// <summary>The language extends signed numbers by itself, which simulators do quicker than anything written out; linters mind it.</summary>
    private void WriteSignedSum(ReduceShape shape, string name, string elements, string n, CodeText text)
    {
        _sum ??= names.Unique("sum");
        text.Line($"{ModuleScope.Declare("reg signed", _sum, shape.Width)};");
        text.Line("begin");
        text.Indent();
        text.Line("/* verilator lint_off WIDTH */");
        text.Line($"{_sum} = $signed({elements}[{shape.ElementWidth - 1}:0]);");
        text.Line($"for ({n} = 1; {n} < {shape.Count}; {n} = {n} + 1)");
        text.Indent();
        text.Line($"{_sum} = {_sum} + $signed({Place(shape, elements, n)});");
        text.Unindent();
        text.Line("/* verilator lint_on WIDTH */");
        text.Line($"{name} = {_sum};");
        text.Unindent();
        text.Line("end");
    }

    private static string Place(ReduceShape shape, string elements, string n) => $"{elements}[{n}*{shape.ElementWidth} +: {shape.ElementWidth}]";

    private static string First(ReduceShape shape, string elements) =>
        Extended(shape, $"{elements}[{shape.ElementWidth - 1}]", $"{elements}[{shape.ElementWidth - 1}:0]");

    private static string Each(ReduceShape shape, string elements, string n) => Extended(
        shape, $"{elements}[{n}*{shape.ElementWidth} + {shape.ElementWidth - 1}]", Place(shape, elements, n));

    private static string Extended(ReduceShape shape, string sign, string element)
    {
        var more = shape.Width - shape.ElementWidth;
        return more == 0 ? element : $"{{{{{more}{{{(shape.Signed ? sign : "1'b0")}}}}}, {element}}}";
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
