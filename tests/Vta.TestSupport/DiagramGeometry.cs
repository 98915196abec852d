using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vta.TestSupport;

/// <summary>Looks at a block diagram as a reader does: boxes that lie on each other, and lines that run through a box.</summary>
public static partial class DiagramGeometry
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>What is wrong with a drawing; nothing for a good one.</summary>
    public static IReadOnlyList<string> Problems(string svg)
    {
        var root = XElement.Parse(svg);
        var boxes = root.Elements(s_svg + "g").Where(group => group.Elements(s_svg + "text").Any()).Select(BoxOf).ToList();
        var lines = root.Descendants(s_svg + "path").SelectMany(path => LinesOf(path.Attribute("d")!.Value)).ToList();
        return
        [
            .. boxes.SelectMany((one, index) => boxes.Skip(index + 1).Where(one.Overlaps).Select(other => $"{one.Title} lies on {other.Title}")),
            .. lines.SelectMany(line => boxes.Where(line.Overlaps).Select(box => $"a line runs through {box.Title}")),
        ];
    }

    /// <summary>The titles of the boxes.</summary>
    public static IReadOnlyList<string> Titles(string svg) =>
        [.. XElement.Parse(svg).Descendants(s_svg + "text").Where(text => text.Attribute("class")!.Value == "title").Select(text => text.Value)];

    /// <summary>What the lines say to who points at them, as in <c>count → total</c>.</summary>
    public static IReadOnlyList<string> Links(string svg) =>
    [
        .. XElement.Parse(svg).Elements(s_svg + "g").Where(group => group.Elements(s_svg + "path").Any())
            .SelectMany(group => group.Element(s_svg + "title")!.Value.Split('\n')).Distinct(),
    ];

    private static Area BoxOf(XElement group)
    {
        var outline = group.Elements().First(element => element.Name.LocalName is "rect" or "polygon" && !element.Attribute("class")!.Value.EndsWith("shadow", StringComparison.Ordinal));
        var title = group.Elements(s_svg + "text").First().Value;
        if (outline.Name.LocalName == "rect")
        {
            var (x, y) = (Number(outline, "x"), Number(outline, "y"));
            return new(title, x, y, x + Number(outline, "width"), y + Number(outline, "height"));
        }
        double[] numbers = [.. NumberText().Matches(outline.Attribute("points")!.Value).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        var (xs, ys) = (numbers.Where((_, index) => index % 2 == 0).ToList(), numbers.Where((_, index) => index % 2 == 1).ToList());
        return new(title, xs.Min(), ys.Min(), xs.Max(), ys.Max());
    }

    private static IEnumerable<Area> LinesOf(string path)
    {
        double[] numbers = [.. NumberText().Matches(path).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        var (x, y) = (numbers[0], numbers[1]);
        for (var i = 2; i < numbers.Length; i++)
        {
            var (nextX, nextY) = i == 3 ? (x, numbers[i]) : (numbers[i], y);
            yield return new("", Math.Min(x, nextX), Math.Min(y, nextY), Math.Max(x, nextX), Math.Max(y, nextY));
            (x, y) = (nextX, nextY);
        }
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex NumberText();

    private sealed record Area(string Title, double Left, double Top, double Right, double Bottom)
    {
        private const double Tolerance = 0.2;

        public bool Overlaps(Area other) =>
            Left < other.Right - Tolerance && other.Left < Right - Tolerance && Top < other.Bottom - Tolerance && other.Top < Bottom - Tolerance;
    }
}
