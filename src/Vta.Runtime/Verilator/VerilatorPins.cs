using System.Runtime.InteropServices;
using Vta.Runtime.Axi;

namespace Vta.Runtime.Verilator;

/// <summary><c>vta_pins</c> of the harness.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VerilatorPins
{
    public AxiPins Memory;
    public AxiLitePins Host;
}
