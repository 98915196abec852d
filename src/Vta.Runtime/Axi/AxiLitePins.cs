using System.Runtime.InteropServices;

namespace Vta.Runtime.Axi;

/// <summary>Where the signals of the host's port lie in a simulator; see <see cref="AxiPins"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AxiLitePins
{
    public byte* WriteAddressValid;
    public byte* WriteAddressReady;
    public ushort* WriteAddress;
    public byte* WriteDataValid;
    public byte* WriteDataReady;
    public uint* WriteData;
    public byte* WriteResponseValid;
    public byte* WriteResponseReady;
    public byte* ReadAddressValid;
    public byte* ReadAddressReady;
    public ushort* ReadAddress;
    public byte* ReadDataValid;
    public byte* ReadDataReady;
    public uint* ReadData;
}
