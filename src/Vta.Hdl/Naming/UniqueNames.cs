namespace Vta.Hdl.Naming;

/// <summary>Names of which no two are the same.</summary>
internal sealed class UniqueNames(IEqualityComparer<string>? comparer = null)
{
    private readonly HashSet<string> _names = new(comparer);
    private readonly Dictionary<string, int> _last = new(comparer);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The name itself where it is free; else with the least number behind it that makes it so.</summary>
    public string Unique(string name)
    {
        if (_names.Add(name))
            return name;
        var n = _last.GetValueOrDefault(name, 1) + 1;
        while (!_names.Add($"{name}_{n}"))
            n++;
        _last[name] = n;
        return $"{name}_{n}";
    }
}
