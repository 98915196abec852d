using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation;

/// <summary>Signals and memories of a design by hierarchical path.</summary>
internal sealed class DesignIndex
{
    private readonly Dictionary<string, Signal> _signals = [];
    private readonly Dictionary<string, Memory> _memories = [];

    public DesignIndex(Design design)
    {
        foreach (var module in design.Top.SelfAndDescendants())
        {
            foreach (var signal in module.Ports.Concat(module.Signals))
                _signals[signal.Path] = signal;
            foreach (var memory in module.Memories)
                _memories[module.Parent is null ? memory.Name : $"{module.Path}.{memory.Name}"] = memory;
        }
    }

    public Signal Signal(string path) => Find(_signals, path, "signal");

    public Memory Memory(string path) => Find(_memories, path, "memory");

    private static T Find<T>(Dictionary<string, T> all, string path, string kind)
    {
        if (all.TryGetValue(path, out var found))
            return found;
        var last = path[(path.LastIndexOf('.') + 1)..];
        var alike = all.Keys.Where(k => k.EndsWith(last, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(5).ToArray();
        throw new ArgumentException(
            $"the design has no {kind} '{path}'" + (alike.Length == 0 ? "" : $"; there are {string.Join(", ", alike)}"), nameof(path));
    }
}
