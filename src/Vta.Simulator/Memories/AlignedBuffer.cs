using System.Runtime.InteropServices;

namespace Vta.Simulator.Memories;

/// <summary>Zeroed memory that begins at a cache line, so that no vector of an element crosses one. Freed with its owner.</summary>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const nuint CacheLine = 64;

    internal AlignedBuffer(long length)
    {
        var bytes = (nuint)length * (nuint)sizeof(T);
        Pointer = (T*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        NativeMemory.Clear(Pointer, bytes);
    }

    ~AlignedBuffer() => NativeMemory.AlignedFree(Pointer);

    internal T* Pointer { get; }
}
