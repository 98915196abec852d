namespace Vta.Compiler.Recording;

/// <summary>
/// Where kernels lie in the micro-op buffer. The buffer fills from the start; when it is full, it fills from the start again, and what
/// lay there is evicted. Eviction needs no token: the compute unit loads and runs micro-ops in program order.
/// </summary>
/// <param name="depth">Micro-ops that the buffer holds.</param>
internal sealed class MicroOpCache(int depth)
{
    private readonly Dictionary<MicroKernel, int> begins = [];
    private readonly MicroKernel?[] owners = new MicroKernel?[depth];
    private int next;

    /// <summary>Where a kernel lies, and whether it has to be loaded there first. It must not be larger than the buffer.</summary>
    internal (int Begin, bool IsNew) Place(MicroKernel kernel)
    {
        if (begins.TryGetValue(kernel, out var begin))
            return (begin, false);
        var size = kernel.MicroOps.Count;
        begin = next + size <= depth ? next : 0;
        next = begin + size;
        foreach (ref var owner in owners.AsSpan(begin, size))
        {
            if (owner is not null)
                begins.Remove(owner);
            owner = kernel;
        }
        begins.Add(kernel, begin);
        return (begin, true);
    }
}
