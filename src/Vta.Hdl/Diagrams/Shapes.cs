namespace Vta.Hdl.Diagrams;

/// <summary>How large boxes are, and where on them lines end.</summary>
internal static class Shapes
{
    /// <summary>From one slot to the next.</summary>
    public const double SlotHeight = 16;

    /// <summary>Above the slots of a box with names in it.</summary>
    public const double HeaderHeight = 40;

    /// <summary>From the edge of a box to its text.</summary>
    public const double Padding = 8;

    private const double MinWidth = 60;
    private const double PlainHeight = 26;
    private const double TwoLineHeight = 40;

    /// <summary>Length of the point of an input or output.</summary>
    public const double TagPoint = 10;

    // The widest of the fonts that readers may have.
    private const double TitleCharacter = 8.2;
    private const double SmallCharacter = 6.4;

    public static void Run(Layout layout)
    {
        foreach (var vertex in layout.Columns.SelectMany(column => column))
        {
            if (vertex.Block is { } block)
                Shape(vertex, block);
        }
    }

    private static void Shape(Vertex vertex, Block block)
    {
        var hasPins = block.Kind == BlockKind.Instance;
        var slots = Math.Max(vertex.Left.Count, vertex.Right.Count);
        var text = Math.Max(Title(block).Length * TitleCharacter, block.Subtitle.Length * SmallCharacter);
        var pins = Longest(vertex.Left) + Longest(vertex.Right);
        vertex.Width = Math.Max(MinWidth, 2 * Padding + Math.Max(text, pins > 0 ? pins * SmallCharacter + 2 * Padding : 0))
            + (block.Kind is BlockKind.Input or BlockKind.Output ? TagPoint : 0);
        var plain = block.Subtitle.Length == 0 ? PlainHeight : TwoLineHeight;
        vertex.Height = hasPins ? HeaderHeight + Math.Max(1, slots) * SlotHeight : Math.Max(plain, slots * SlotHeight);
        foreach (var side in (List<Slot>[])[vertex.Left, vertex.Right])
        {
            var first = hasPins ? HeaderHeight : (vertex.Height - (side.Count - 1) * SlotHeight) / 2;
            for (var i = 0; i < side.Count; i++)
                side[i].Offset = first + i * SlotHeight;
        }
    }

    /// <summary>The first line of a box.</summary>
    public static string Title(Block block) => block.Count > 1 ? $"{block.Title} ×{block.Count}" : block.Title;

    private static int Longest(List<Slot> slots) => slots.Select(slot => slot.Pin.Length).DefaultIfEmpty(0).Max();
}
