using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Simulation;

/// <summary>
/// Signals and memories of a design by hierarchical path, in the names of the hardware (<c>core.load.enq_valid</c>) or in those of the C# source
/// (<c>Core.Load.Enq.Valid</c>).
/// </summary>
internal sealed class DesignIndex
{
    private readonly Dictionary<string, Signal> _signals = [];
    private readonly Dictionary<string, Memory> _memories = [];

    public DesignIndex(Design design)
    {
        foreach (var signal in design.Netlist.Outside.SelectMany(o => o.Signals))
            _signals[signal.Path] = signal;
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
        var alike = Alike(path.Split('.'));
        if (alike.Length == 0)
            alike = Alike(path.Split('.').Where(part => part != nameof(Stream<Bool>.Payload)));
        if (alike.Length == 1)
            return all[alike[0]];
        var problem = alike.Length > 1
            ? $"'{path}' may be each of {string.Join(", ", alike)}"
            : $"the design has no {kind} '{path}'; {(all.Count == 0 ? "it has none" : $"the nearest are {string.Join(", ", NearestNames.To(path, all.Keys))}")}";
        throw new ArgumentException(problem, nameof(path));

        string[] Alike(IEnumerable<string> parts)
        {
            var word = InOneWord(parts);
            return [.. all.Keys.Where(k => InOneWord(k.Split('.')) == word)];
        }
    }

    /// <summary>
    /// A path without its case and its dots: fields are joined by underlines in the hardware, by dots in C#. There the payload of a stream has a name of
    /// its own, too.
    /// </summary>
    private static string InOneWord(IEnumerable<string> parts) => string.Join('_', parts.Select(Names.Snake));
}
