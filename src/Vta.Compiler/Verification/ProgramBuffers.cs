using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Passes;
using Vta.Compiler.Tensors;
using Vta.Compiler.Verification.Tokens;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Compiler.Verification;

/// <summary>The buffers of a program as a check sees them: on chip, and workspaces in DRAM.</summary>
/// <param name="program">The program.</param>
/// <param name="order">What its tokens say by now.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class ProgramBuffers(PlacedProgram program, TokenOrder order, FindingList findings)
{
    private readonly int granule = Enum.GetValues<MemoryId>().Select(program.Config.DramElemBytes).Where(bytes => bytes > 0).Min();
    private readonly Dictionary<BufferShape, MemoryHistory<BufferHistory.Value>> memories = [];
    private readonly Dictionary<LoopBuffer, BufferHistory> buffers = [];
    private readonly Dictionary<DramBuffer, BufferHistory> workspaces = [];
    private readonly Dictionary<Expr, (BufferHistory Buffer, Expr Location)> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>A buffer is allocated.</summary>
    internal void Allocate(Allocate allocate)
    {
        var buffer = allocate.Buffer;
        if (!buffers.TryGetValue(buffer, out var history))
            buffers.Add(buffer, history = buffer.Scope.Shape is { } shape ? OnChip(allocate, shape) : InDram(buffer));
        history.Begin();
    }

    /// <summary>The buffer of an address, and the location in its memory as an index.</summary>
    internal (BufferHistory Buffer, Expr Location) Find(Expr address)
    {
        if (!places.TryGetValue(address, out var place))
        {
            places.Add(address, place = (buffers[BufferOf(address)], ResolveAddresses.Resolve(address, program.Placement)));
        }
        return place;
    }

    /// <summary>A buffer on chip, and the location of a value that an element begins with; null for its others.</summary>
    internal (BufferHistory Buffer, int? Location) Find(LoopBuffer buffer, int value)
    {
        var (element, rest) = Math.DivRem(value, buffer.Scope.Shape!.ElemValues);
        return (buffers[buffer], rest == 0 ? program.Placement.Starts[buffer] + element : null);
    }

    /// <summary>
    /// The locations of elements in DRAM. Arguments have none: they are only read or only written; what a program writes and reads is a
    /// workspace.
    /// </summary>
    internal IEnumerable<(BufferHistory Workspace, int Location)> InDram(DramBuffer dram, MemoryId memory, Rows2D rows, int offset)
    {
        if (!workspaces.TryGetValue(dram, out var workspace))
            yield break;
        var granules = program.Config.DramElemBytes(memory) / granule;
        for (var row = 0; row < rows.YSize; row++)
        {
            var first = (offset + row * rows.XStride) * granules;
            for (var location = first; location < first + rows.XSize * granules; location++)
                yield return (workspace, location);
        }
    }

    private static LoopBuffer BufferOf(Expr address) => address.All().OfType<BufferAddress>().Single().Buffer;

    private BufferHistory OnChip(Allocate allocate, BufferShape shape)
    {
        if (!memories.TryGetValue(shape, out var memory))
            memories.Add(shape, memory = Memory(shape.Depth, $"the {shape.Name} buffer"));
        var buffer = allocate.Buffer;
        var size = buffer.Size / shape.ElemValues * allocate.Threads;
        return new BufferHistory(buffer, memory, program.Placement.Starts[buffer], size, findings);
    }

    private BufferHistory InDram(LoopBuffer buffer)
    {
        var size = (int)(buffer.Dram.Bytes / granule);
        return workspaces[buffer.Dram] = new BufferHistory(buffer, Memory(size, buffer.Name), 0, size, findings);
    }

    private MemoryHistory<BufferHistory.Value> Memory(int size, string name) => new(size, order, (earlier, later, location) =>
        findings.Add(FindingKind.Unordered, earlier, later, name,
            $"{earlier} and {later} use element {location} of {name}, and no token says which is first"));
}
