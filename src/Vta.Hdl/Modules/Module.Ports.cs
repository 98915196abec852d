using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>Ports by name.</content>
public abstract partial class Module
{
    /// <summary>An output by its name in Verilog, for a parent that is told by a table what to connect.</summary>
    /// <exception cref="HdlException">HW0011: the module has no such output.</exception>
    public UInt OutputNamed(string name) => new(_ports.Find(port => port.Kind == SignalKind.Output && port.Name == name)
        ?? throw new HdlException(Rule.Parameter, $"{DefinitionName} has no output {name}; the nearest are {string.Join(", ", NearestOutputs(name))}", BuildContext.PlaceOfInstance()));

    private IEnumerable<string> NearestOutputs(string name) =>
        NearestNames.To(name, _ports.Where(port => port.Kind == SignalKind.Output).Select(port => port.Name));
}
