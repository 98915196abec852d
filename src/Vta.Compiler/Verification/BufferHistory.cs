using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Verification;

/// <summary>The elements of a buffer, each in a place of a memory that it shares with other buffers.</summary>
/// <param name="buffer">The buffer.</param>
/// <param name="memory">The memory, whose locations are what is read and written at a time.</param>
/// <param name="start">The first location.</param>
/// <param name="size">Locations of the buffer, of all threads.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class BufferHistory(LoopBuffer buffer, MemoryHistory<BufferHistory.Value> memory, int start, int size, FindingList findings)
{
    private Value current = new(buffer);

    /// <summary>The buffer is made anew: what it held has no meaning any more.</summary>
    internal void Begin() => current = new Value(buffer);

    /// <summary>An operation reads a location.</summary>
    internal void Read(int location, Operation reader)
    {
        if (!IsInside(location, reader))
            return;
        var (writer, value) = memory.Read(location, reader);
        if (value == current)
            return;
        if (value is null)
            Add(FindingKind.Unwritten, "which nothing has written");
        else if (value.Buffer == buffer)
            Add(FindingKind.Unwritten, $"which only {writer}, in an iteration before, has written");
        else
            Add(FindingKind.Overwritten, $"and {writer} has put {value.Buffer.Name} into its place");

        void Add(FindingKind kind, string reason) =>
            findings.Add(kind, writer, reader, buffer.Name, $"{reader} reads element {location - start} of {buffer.Name}, {reason}");
    }

    /// <summary>An operation writes a location.</summary>
    internal void Write(int location, Operation writer)
    {
        if (IsInside(location, writer))
            memory.Write(location, writer, current);
    }

    public override string ToString() => buffer.Name;

    private bool IsInside(int location, Operation operation)
    {
        if (location >= start && location < start + size)
            return true;
        findings.Add(FindingKind.Outside, null, operation, buffer.Name,
            $"{operation} uses element {location - start} of {buffer.Name}, which has {size}");
        return false;
    }

    /// <summary>What a location holds: a value of a buffer, of the time since that was made. Times are told apart by identity.</summary>
    internal sealed class Value(LoopBuffer buffer)
    {
        internal LoopBuffer Buffer { get; } = buffer;
    }
}
