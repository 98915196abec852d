namespace Vta.Hdl.Diagrams;

/// <summary>Which column each box is in: what drives stands left of what is driven, except on the way back of a loop.</summary>
internal sealed class Layering
{
    private const int WiredWeight = 4;

    private readonly BlockGraph _graph;
    private readonly Dictionary<Block, int> _layers = [];
    private readonly Dictionary<(Block From, Block To), int> _weights = [];

    private Layering(BlockGraph graph)
    {
        _graph = graph;
        foreach (var link in graph.Links)
            _weights[(link.From, link.To)] = _weights.GetValueOrDefault((link.From, link.To)) + (link.IsLogic ? 1 : WiredWeight);
    }

    /// <summary>The column of each box, counted from the left.</summary>
    public static IReadOnlyDictionary<Block, int> Of(BlockGraph graph)
    {
        var layering = new Layering(graph);
        var order = layering.Order();
        layering.Assign(order);
        layering.PullRight(order);
        return layering._layers;
    }

    private int Outgoing(Block block, HashSet<Block> among) => among.Sum(other => _weights.GetValueOrDefault((block, other)));

    private int Incoming(Block block, HashSet<Block> among) => among.Sum(other => _weights.GetValueOrDefault((other, block)));

    /// <summary>An order against which few lines run: what only drives comes first, what is only driven last, and between them what drives most (Eades, Lin and Smyth).</summary>
    private List<Block> Order()
    {
        var (first, last) = (new List<Block>(), new List<Block>());
        var left = new List<Block>(_graph.Blocks);
        var among = left.ToHashSet();
        while (left.Count > 0)
        {
            var block = left.Find(candidate => candidate.Kind == BlockKind.Input)
                ?? left.FindLast(candidate => Outgoing(candidate, among) == 0)
                ?? left.Find(candidate => Incoming(candidate, among) == 0)
                ?? left.MaxBy(candidate => Outgoing(candidate, among) - Incoming(candidate, among))!;
            if (block.Kind != BlockKind.Input && Outgoing(block, among) == 0)
                last.Add(block);
            else
                first.Add(block);
            left.Remove(block);
            among.Remove(block);
        }
        last.Reverse();
        return [.. first, .. last];
    }

    private void Assign(List<Block> order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            var before = order.Take(i).Where(other => IsLinked(other, order[i]));
            _layers[order[i]] = before.Select(other => _layers[other] + 1).DefaultIfEmpty(0).Max();
        }
    }

    /// <summary>Brings what drives more than it is driven, such as an input, next to what it drives.</summary>
    private void PullRight(List<Block> order)
    {
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var block = order[i];
            var after = order.Skip(i + 1).Where(other => IsLinked(block, other)).ToHashSet();
            var before = order.Take(i).Where(other => IsLinked(block, other)).ToHashSet();
            if (after.Count > 0 && after.Sum(other => Weight(block, other)) > before.Sum(other => Weight(block, other)))
                _layers[block] = after.Min(other => _layers[other]) - 1;
        }
    }

    private bool IsLinked(Block one, Block other) => Weight(one, other) > 0;

    private int Weight(Block one, Block other) => _weights.GetValueOrDefault((one, other)) + _weights.GetValueOrDefault((other, one));
}
