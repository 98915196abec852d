using System.Globalization;
using System.Xml.Linq;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Diagrams;

/// <summary>
/// Draws what is inside a module as SVG: ports, instances, registers and memories, and what flows between them. Lines are wires, dashed where
/// something is computed on the way; streams have one line, in the direction of their payload. Pointing at a box or a line shows its signals.
/// </summary>
public static class BlockDiagram
{
    private const double CornerRadius = 4;
    private const double ArrowLength = 6;
    private const double JunctionRadius = 2.2;
    private const double MinWidth = 560;

    private const string Style = """
        text { font-family: Helvetica, Arial, sans-serif; fill: #1c2733; text-anchor: middle }
        .heading { font-size: 16px; font-weight: bold; text-anchor: start }
        .legend { font-size: 10px; fill: #66727f; text-anchor: start }
        .title { font-size: 12px; font-weight: bold }
        .small { font-size: 10px; fill: #55616e }
        .left { text-anchor: start } .right { text-anchor: end }
        .box { stroke-width: 1.2 }
        .instance { fill: #e8f0fa; stroke: #2f5d8a } .register { fill: #fdf3dc; stroke: #a5762a }
        .memory { fill: #e6f4e8; stroke: #3c7a4a } .input, .output { fill: #f1ecf8; stroke: #6a4c93 }
        .line { fill: none; stroke: #2b3a49; stroke-width: 1.2 } .logic { stroke: #8a97a5; stroke-dasharray: 4 3 }
        .arrow, .junction { fill: #2b3a49 } .arrow.logic { fill: #8a97a5; stroke: none }
        """;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>The drawing of a module, such as <see cref="Design.Top"/>; the same text for the same module.</summary>
    public static string Of(ModuleInstance module)
    {
        var layout = Layout.Of(BlockGraphReader.Of(module));
        var legend = layout.Height + 4;
        var (width, height) = (Math.Max(layout.Width, MinWidth), legend + 14);
        var drawing = new XElement(
            s_svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XElement(s_svg + "style", "\n" + Style + "\n"),
            Rectangle("", 0.5, 0.5, width - 1, height - 1, new XAttribute("fill", "#ffffff"), new XAttribute("stroke", "#c9d1d9")),
            Text("heading", 16, 28, module.DefinitionName),
            layout.Segments.OrderByDescending(segment => segment.IsLogic).Select(Line),
            layout.Junctions.Select(place => new XElement(
                s_svg + "circle",
                new XAttribute("class", "junction"),
                new XAttribute("cx", Number(place.X)),
                new XAttribute("cy", Number(place.Y)),
                new XAttribute("r", Number(JunctionRadius)))),
            layout.Columns.SelectMany(column => column).Where(vertex => vertex.Block is not null).Select(Box),
            Text("legend", 16, legend, "— wires   - - computed on the way;  blue: instances, yellow: registers, green: memories"));
        return drawing + "\n";
    }

    private static XElement Line(Segment segment)
    {
        var (startX, endX) = (segment.From.X + segment.From.Width, segment.To.X);
        var (startY, endY) = (segment.StartY, segment.EndY);
        // Through a column a line goes straight; it is drawn with the piece on its left.
        var beyond = segment.To.Block is null ? segment.To.X + segment.To.Width : endX;
        var path = segment.BendX is { } bend && startY != endY
            ? $"M{Number(startX)} {Number(startY)} H{Number(bend)} V{Number(endY)} H{Number(beyond)}"
            : $"M{Number(startX)} {Number(startY)} H{Number(beyond)}";
        var css = segment.IsLogic ? " logic" : "";
        return new XElement(
            s_svg + "g",
            new XElement(s_svg + "title", segment.Details),
            new XElement(s_svg + "path", new XAttribute("class", "line" + css), new XAttribute("d", path)),
            segment.ArrowRight ? Arrow(css, endX, endY, -ArrowLength) : null,
            segment.ArrowLeft ? Arrow(css, startX, startY, ArrowLength) : null);
    }

    private static XElement Arrow(string css, double x, double y, double length) =>
        Polygon("arrow" + css, (x, y), (x + length, y - 3.5), (x + length, y + 3.5));

    private static XElement Box(Vertex vertex)
    {
        var block = vertex.Block!;
        var middle = vertex.X + (vertex.Width - (block.Kind is BlockKind.Input or BlockKind.Output ? Shapes.TagPoint : 0)) / 2;
        var isInstance = block.Kind == BlockKind.Instance;
        var titleY = block.Subtitle.Length > 0 ? vertex.Y + 16 : vertex.Y + (isInstance ? 16 : vertex.Height / 2 + 4);
        return new XElement(
            s_svg + "g",
            new XElement(s_svg + "title", block.Details),
            Outline(vertex, block),
            Text("title", middle, titleY, Shapes.Title(block)),
            block.Subtitle.Length > 0 ? Text("small", middle, titleY + 13, block.Subtitle) : null,
            isInstance ? vertex.Left.Select(slot => Text("small left", vertex.X + Shapes.Padding, vertex.YOf(slot) + 3.5, slot.Pin)) : null,
            isInstance ? vertex.Right.Select(slot => Text("small right", vertex.X + vertex.Width - Shapes.Padding, vertex.YOf(slot) + 3.5, slot.Pin)) : null);
    }

    private static IEnumerable<XElement> Outline(Vertex vertex, Block block)
    {
        var css = $"box {block.Kind.ToString().ToLowerInvariant()}";
        var (x, y, width, height) = (vertex.X, vertex.Y, vertex.Width, vertex.Height);
        var middle = y + height / 2;
        switch (block.Kind)
        {
            case BlockKind.Input or BlockKind.Output:
                yield return Polygon(css, (x, y), (x + width - Shapes.TagPoint, y), (x + width, middle), (x + width - Shapes.TagPoint, y + height), (x, y + height));
                break;
            case BlockKind.Register:
                yield return Rectangle(css, x, y, width, height);
                yield return Polygon(css, (x + 6, y + height), (x + 11, y + height - 8), (x + 16, y + height));
                break;
            case BlockKind.Memory:
                yield return Rectangle(css, x, y, width, height);
                yield return Rectangle(css, x + 4, y, width - 8, height);
                break;
            default:
                if (block.Count > 1)
                    yield return Rectangle(css + " shadow", x + 4, y + 4, width, height, new XAttribute("rx", CornerRadius));
                yield return Rectangle(css, x, y, width, height, new XAttribute("rx", CornerRadius));
                break;
        }
    }

    private static XElement Rectangle(string css, double x, double y, double width, double height, params XAttribute[] attributes) => new(
        s_svg + "rect",
        css.Length > 0 ? new XAttribute("class", css) : null,
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        attributes);

    private static XElement Polygon(string css, params IEnumerable<(double X, double Y)> points) => new(
        s_svg + "polygon",
        new XAttribute("class", css),
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    private static XElement Text(string css, double x, double y, string text) => new(
        s_svg + "text", new XAttribute("class", css), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), text);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
