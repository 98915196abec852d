namespace Vta.Runtime.Gates;

/// <summary>A netlist of gates in simulation: each net is a byte, low at first; each cycle evaluates every gate once.</summary>
internal sealed class GateSimulation
{
    private readonly byte[] values;
    private readonly GateStep[] order;
    private readonly FlipFlop[] flipFlops;
    private readonly byte[] next;
    private readonly (GateMemory Memory, byte[] Bits)[] memories;

    public GateSimulation(GateNetlist netlist)
    {
        values = new byte[netlist.Nets];
        values[1] = 1;
        order = GateOrder.Of(netlist);
        flipFlops = [.. netlist.FlipFlops];
        next = new byte[flipFlops.Length];
        memories = [.. netlist.Memories.Select(memory => (memory, new byte[memory.Size * memory.Width]))];
    }

    /// <summary>The value of a net.</summary>
    public ref byte this[int net] => ref values[net];

    /// <summary>Computes all nets from inputs and state.</summary>
    public void Settle()
    {
        var v = values;
        foreach (ref readonly var step in order.AsSpan())
        {
            if (step.Read is not null)
            {
                Read(memories[step.Memory], step.Read);
                continue;
            }
            var gate = step.Gate;
            v[gate.Y] = gate.Kind switch
            {
                GateKind.And => (byte)(v[gate.A] & v[gate.B]),
                GateKind.Or => (byte)(v[gate.A] | v[gate.B]),
                GateKind.Xor => (byte)(v[gate.A] ^ v[gate.B]),
                GateKind.Not => (byte)(v[gate.A] ^ 1),
                _ => v[v[gate.S] != 0 ? gate.B : gate.A],
            };
        }
    }

    /// <summary>A clock edge; nets have settled.</summary>
    public void Edge()
    {
        for (var index = 0; index < flipFlops.Length; index++)
            next[index] = values[flipFlops[index].D];
        foreach (var (memory, bits) in memories)
        {
            foreach (var write in memory.Writes)
                Write(memory, bits, write);
        }
        for (var index = 0; index < flipFlops.Length; index++)
            values[flipFlops[index].Q] = next[index];
    }

    private void Read((GateMemory Shape, byte[] Bits) memory, GateRead read)
    {
        var ((width, size, _, _), word) = (memory.Shape, Number(read.Address));
        for (var bit = 0; bit < width; bit++)
            values[read.Data[bit]] = word < size ? memory.Bits[(word * width) + bit] : (byte)0;
    }

    private void Write(GateMemory memory, byte[] bits, GateWrite write)
    {
        var word = Number(write.Address);
        if (word >= memory.Size)
            return;
        for (var bit = 0; bit < memory.Width; bit++)
        {
            if (values[write.Enable[bit]] != 0)
                bits[(word * memory.Width) + bit] = values[write.Data[bit]];
        }
    }

    private int Number(int[] bits)
    {
        var number = 0;
        for (var bit = 0; bit < bits.Length; bit++)
            number |= values[bits[bit]] << bit;
        return number;
    }
}
