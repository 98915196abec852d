using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Passes;

/// <summary>
/// Gives virtual threads their parts of the workspaces in DRAM that DMA uses: a workspace becomes one that holds those of all threads.
/// </summary>
internal sealed class ThreadWorkspaces
{
    private readonly VirtualThread thread;
    private readonly Dictionary<DramBuffer, (LoopBuffer Each, LoopBuffer Whole)> workspaces = [];

    /// <param name="thread">The threads.</param>
    /// <param name="own">The buffers of which each thread has its own.</param>
    internal ThreadWorkspaces(VirtualThread thread, IEnumerable<LoopBuffer> own)
    {
        this.thread = thread;
        var used = thread.Body.All().Select(statement => statement switch
        {
            LoadBuffer2D load => load.Source,
            StoreBuffer2D store => store.Destination,
            _ => null,
        }).OfType<DramBuffer>().ToHashSet();
        foreach (var each in own.Where(buffer => !buffer.Scope.IsOnChip && used.Contains(buffer.Dram)))
            workspaces.Add(each.Dram, (each, new LoopBuffer(each.Name, each.Type, [thread.Threads, .. each.Shape], each.Scope)));
    }

    /// <summary>The workspace of all threads; null for other buffers.</summary>
    internal LoopBuffer? Whole(LoopBuffer buffer) =>
        !buffer.Scope.IsOnChip && workspaces.TryGetValue(buffer.Dram, out var workspace) ? workspace.Whole : null;

    internal LoadBuffer2D Visit(LoadBuffer2D load) => workspaces.TryGetValue(load.Source, out var workspace)
        ? load with { Source = workspace.Whole.Dram, Offset = Part(workspace.Each, load.SramIndex) + load.Offset }
        : load;

    internal StoreBuffer2D Visit(StoreBuffer2D store) => workspaces.TryGetValue(store.Destination, out var workspace)
        ? store with { Destination = workspace.Whole.Dram, Offset = Part(workspace.Each, store.SramIndex) + store.Offset }
        : store;

    /// <summary>Where the part of the thread begins, in elements of the memory on the other side.</summary>
    private Expr Part(LoopBuffer each, Expr onChip) =>
        thread.Variable * (each.Values / onChip.All().OfType<BufferAddress>().Single().Buffer.Scope.Shape!.ElemValues);
}
