using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>A clock that a module needs, for itself or for instances inside.</summary>
/// <param name="Domain">Null for the domain of the module itself, whatever that is where it is instantiated.</param>
/// <param name="HasReset">True where its reset is needed, too.</param>
internal sealed record ClockPort(ClockDomain? Domain, bool HasReset)
{
    public string Clock => Prefix + "clock";

    public string Reset => Prefix + "reset";

    private string Prefix => Domain is null ? "" : $"{Elaboration.Names.Snake(Domain.Name)}_";

    /// <summary>The names that its ports take.</summary>
    public IEnumerable<string> Names => HasReset ? [Clock, Reset] : [Clock];
}
