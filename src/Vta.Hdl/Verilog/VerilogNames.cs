using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>What the signals and assertions of a design are called in its Verilog.</summary>
internal sealed class VerilogNames
{
    private readonly Dictionary<Signal, string> _signals = [];
    private readonly Dictionary<ModuleInstance, string> _instances = [];
    private readonly Dictionary<Assertion, string> _labels = new(ReferenceEqualityComparer.Instance);

    /// <summary>All signals that the Verilog has.</summary>
    public IEnumerable<Signal> Signals => _signals.Keys;

    /// <summary>The labels of assertions, unique in their module.</summary>
    public IReadOnlyDictionary<Assertion, string> Labels => _labels;

    /// <summary>The pins of the top module for clocks and resets.</summary>
    public IReadOnlyList<string> ClockPins { get; set; } = [];

    public void Add(Signal signal, string name) => _signals.Add(signal, name);

    public void Add(ModuleInstance instance, string name) => _instances.Add(instance, name);

    public void Add(Assertion assertion, string label) => _labels.Add(assertion, label);

    /// <summary>Instance names and the signal's name joined by dots, without the top module.</summary>
    public string PathOf(Signal signal)
    {
        var path = _signals[signal];
        for (var module = signal.Owner; module is not null && _instances.TryGetValue(module, out var name); module = module.Parent)
            path = $"{name}.{path}";
        return path;
    }
}
