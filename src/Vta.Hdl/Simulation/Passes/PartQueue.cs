namespace Vta.Hdl.Simulation.Passes;

/// <summary>Parts of the design, the one of the least cost first (of several the first given); taking one out changes the costs of few others.</summary>
internal sealed class PartQueue
{
    private readonly Func<Part, double> _cost;
    private readonly Dictionary<Part, (double Cost, int Order)> _places = [];
    private readonly SortedDictionary<(double Cost, int Order), Part> _parts = [];

    public PartQueue(IEnumerable<Part> parts, Func<Part, double> cost)
    {
        _cost = cost;
        foreach (var part in parts)
            Put(part, _places.Count);
    }

    /// <summary>The part of the least cost, which stays where it is until <see cref="Remove"/>; null where all are gone.</summary>
    public Part? First => _parts.Count > 0 ? _parts.First().Value : null;

    public void Remove(Part part)
    {
        if (_places.Remove(part, out var place))
            _parts.Remove(place);
    }

    /// <summary>Looks at the cost of a part again, if it is still there.</summary>
    public void Update(Part part)
    {
        if (!_places.TryGetValue(part, out var place))
            return;
        _parts.Remove(place);
        Put(part, place.Order);
    }

    private void Put(Part part, int order)
    {
        var place = (_cost(part), order);
        _places[part] = place;
        _parts[place] = part;
    }
}
