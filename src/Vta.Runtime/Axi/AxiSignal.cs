namespace Vta.Runtime.Axi;

/// <summary>A signal of a channel's payload: its name in messages, and where its bytes lie.</summary>
internal sealed unsafe class AxiSignal(string name, void* address, int bytes)
{
    public string Name => name;

    public int Bytes => bytes;

    public ReadOnlySpan<byte> Value => new(address, bytes);
}
