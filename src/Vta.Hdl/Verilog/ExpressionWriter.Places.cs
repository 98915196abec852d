using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Parts of names at computed positions.</content>
internal sealed partial class ExpressionWriter
{
    private readonly Dictionary<(Expression Index, int Stride, int Width), Expression> _positions = [];

    /// <summary>The left side of an assignment: a name, or a part of one.</summary>
    public string Place(SignalPart part)
    {
        var name = scope.NameOf(part.Signal);
        if (part.IsFixed)
            return Reference.Whole(name, part.Signal.Width).Part(part.Low, part.Width).ToString();
        Feed(name);
        var width = part.Signal.Width;
        var position = part.Indices.Select(i => Position(i, width)).Aggregate((a, b) => Sum(a, b, width));
        return Selected(name, part.Width, part.Low == 0 ? position : Sum(position, Make.Constant(part.Low, Bits.IndexWidth(width)), width));
    }

    /// <summary>The lowest bit of an element that an index chooses, of a vector of so many bits: as few bits as it takes.</summary>
    private Expression Position(PartIndex element, int width)
    {
        var key = (element.Index, element.Stride, width);
        if (!_positions.TryGetValue(key, out var known))
            _positions[key] = known = NewPosition(element, width);
        return known;
    }

    private static Expression NewPosition(PartIndex element, int width)
    {
        var (index, stride) = (element.Index, element.Stride);
        var (indexWidth, positionWidth) = (Bits.IndexWidth(element.Count), Bits.IndexWidth(width));
        var number = index.Width > indexWidth ? Make.Take(index, 0, indexWidth) : Make.Extend(index, indexWidth, signed: false);
        if (stride == 1)
            return number;
        return int.IsPow2(stride) && indexWidth + Bits.IndexWidth(stride) <= positionWidth
            ? Make.Join([number, Make.Constant(0, Bits.IndexWidth(stride))])
            : Make.Multiply(Make.Extend(number, positionWidth, signed: false), Make.Constant(stride, positionWidth));
    }

    private static Expression Sum(Expression a, Expression b, int width) => Make.Operate(
        BinaryOperator.Add, Make.Extend(a, Bits.IndexWidth(width), signed: false), Make.Extend(b, Bits.IndexWidth(width), signed: false));

    private string Selected(string name, int width, Expression position) =>
        width == 1 ? $"{name}[{Index(position)}]" : $"{name}[{Index(position)} +: {width}]";
}
