using System.Security.Cryptography;
using System.Text;

namespace Vta.Hdl.Simulation;

/// <summary>
/// The state of a simulation between two clock edges: inputs of the top module, registers, memories. What goes on from it goes on exactly, in either
/// simulator, in this process or another.
/// </summary>
public sealed class Snapshot
{
    private const string Magic = "HDL snapshot 1";

    private readonly byte[] _identity;

    private Snapshot(string design, byte[] identity, long cycle, byte[] state)
    {
        Design = design;
        _identity = identity;
        Cycle = cycle;
        State = state;
    }

    /// <summary>The name of the top module.</summary>
    public string Design { get; }

    /// <summary>Clock edges before it.</summary>
    public long Cycle { get; }

    internal byte[] State { get; }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, or not whole.</exception>
    public static Snapshot ReadFrom(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadString() != Magic)
                throw new InvalidDataException("this is no snapshot of a simulation");
            var (design, identity, cycle, length) = (reader.ReadString(), reader.ReadBytes(SHA256.HashSizeInBytes), reader.ReadInt64(), reader.ReadInt32());
            var state = reader.ReadBytes(length);
            return state.Length == length ? new(design, identity, cycle, state) : throw new EndOfStreamException();
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException("this is no snapshot of a simulation, or not a whole one", exception);
        }
    }

    /// <summary>Writes it, to a file for example.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Design);
        writer.Write(_identity);
        writer.Write(Cycle);
        writer.Write(State.Length);
        writer.Write(State);
    }

    internal static Snapshot Of(Design design, long cycle, byte[] state) => new(design.Top.Name, Identity(design), cycle, state);

    /// <exception cref="ArgumentException">It is of another design.</exception>
    internal void RequireDesign(Design design)
    {
        if (_identity.AsSpan().SequenceEqual(Identity(design)))
            return;
        throw new ArgumentException(Design == design.Top.Name
            ? $"the snapshot is of another version of {Design}, with other registers or memories"
            : $"the snapshot is of {Design}, not of {design.Top.Name}");
    }

    /// <summary>What says that two designs have the same state: names and sizes of all that is stored.</summary>
    private static byte[] Identity(Design design)
    {
        var text = new StringBuilder();
        foreach (var signal in design.Netlist.State)
            text.Append($"{signal.Path} {signal.Width}\n");
        foreach (var memory in design.Netlist.Memories)
            text.Append($"{memory.Owner?.Path}.{memory.Name} {memory.Depth}x{memory.Width}\n");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
