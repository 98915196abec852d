using System.Runtime.InteropServices;

namespace Vta.Runtime.Axi;

/// <summary>
/// Where the signals of the accelerator's memory port lie in a simulator: the memory model reads and writes them in place. The order of the
/// fields is that of <c>vta_pins</c> in the harness of Verilator.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AxiPins
{
    public byte* ReadAddressValid;
    public byte* ReadAddressReady;
    public uint* ReadAddress;
    public byte* ReadLength;
    public byte* ReadDataValid;
    public byte* ReadDataReady;
    public byte* ReadData;
    public byte* ReadResponse;
    public byte* ReadLast;
    public byte* WriteAddressValid;
    public byte* WriteAddressReady;
    public uint* WriteAddress;
    public byte* WriteLength;
    public byte* WriteDataValid;
    public byte* WriteDataReady;
    public byte* WriteData;
    public byte* WriteStrobe;
    public byte* WriteLast;
    public byte* ResponseValid;
    public byte* ResponseReady;
    public byte* Response;
}
