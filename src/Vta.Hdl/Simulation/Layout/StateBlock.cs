using System.Numerics;
using System.Runtime.InteropServices;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Layout;

/// <summary>The memory that holds the state of one simulation.</summary>
internal sealed unsafe class StateBlock : IDisposable
{
    private byte* _start;

    public StateBlock(StateLayout layout)
    {
        _start = (byte*)NativeMemory.AlignedAlloc((nuint)layout.Size, 64);
        NativeMemory.Clear(_start, (nuint)layout.Size);
        foreach (var (value, slot) in layout.Constants)
            Write(slot, value);
    }

    ~StateBlock() => Free();

    public byte* Start => _start;

    public BigInteger Read(Slot slot) => Read(slot.Offset, slot.Width);

    public void Write(Slot slot, BigInteger value) => Write(slot.Offset, slot.Bytes, value);

    public BigInteger Read(MemoryPlace memory, int address) => Read(memory.Offset + (memory.Stride * address), memory.Width);

    public void Write(MemoryPlace memory, int address, BigInteger value) => Write(memory.Offset + (memory.Stride * address), memory.Stride, value);

    /// <summary>Makes all bits one.</summary>
    public void Fill(Slot slot) => new Span<byte>(_start + slot.Offset, slot.Bytes).Fill(0xff);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private BigInteger Read(int offset, int width) =>
        new BigInteger(new ReadOnlySpan<byte>(_start + offset, (width + 7) / 8), isUnsigned: true) & Bits.Mask(width);

    private void Write(int offset, int bytes, BigInteger value)
    {
        var target = new Span<byte>(_start + offset, bytes);
        target.Clear();
        value.TryWriteBytes(target, out _, isUnsigned: true);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
