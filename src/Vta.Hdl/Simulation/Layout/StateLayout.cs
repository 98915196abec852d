using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Layout;

/// <summary>Where everything lies in the state block. Grows while code is compiled; the block is made afterwards.</summary>
internal sealed class StateLayout
{
    private const int CacheLine = 64;

    /// <summary>Reads of the last word of a part may reach beyond it.</summary>
    private const int Slack = 64;

    private readonly Dictionary<Signal, Slot> _signals = [];
    private readonly Dictionary<Memory, MemoryPlace> _memories = [];
    private readonly Dictionary<(BigInteger Value, int Width), Slot> _constants = [];
    private readonly Dictionary<int, List<int>> _scratch = [];
    private readonly Dictionary<int, int> _scratchUsed = [];
    private int _end;

    /// <summary>Places state, inputs of the top module, and what is kept beside them.</summary>
    public StateLayout(Netlist netlist, IEnumerable<Signal> kept)
    {
        var stored = netlist.State.Concat(kept).ToHashSet();
        BrokenAssertion = Allocate(64);
        foreach (var signal in netlist.Outside.SelectMany(o => o.Signals).Concat(netlist.Watches.Drivers.Select(w => w.Signal)))
            _signals[signal] = Allocate(signal.Width);
        foreach (var module in netlist.Top.SelfAndDescendants())
        {
            foreach (var signal in module.Ports.Concat(module.Signals).Where(stored.Contains))
                _signals[signal] = Allocate(signal.Width);
        }
        foreach (var memory in netlist.Top.SelfAndDescendants().SelectMany(m => m.Memories))
        {
            var stride = memory.Width <= 64 ? (int)BitOperations.RoundUpToPowerOf2((uint)(memory.Width + 7) / 8) : (memory.Width + 63) / 64 * 8;
            _memories[memory] = new(AllocateBytes(checked(stride * memory.Depth), CacheLine), stride, memory.Width, memory.Depth);
        }
    }

    /// <summary>One more than the number of the first broken assertion, or zero.</summary>
    public Slot BrokenAssertion { get; }

    /// <summary>One bit for each segment: it has something to do.</summary>
    public Slot Flags { get; private set; }

    /// <summary>Bytes of the block.</summary>
    public int Size => _end + Slack;

    public IEnumerable<(BigInteger Value, Slot Slot)> Constants => _constants.Select(c => (c.Key.Value, c.Value));

    public void AllocateFlags(int words) => Flags = Allocate(64 * words);

    public bool Has(Signal signal) => _signals.ContainsKey(signal);

    public Slot Of(Signal signal) => _signals[signal];

    public MemoryPlace Of(Memory memory) => _memories[memory];

    /// <summary>A wide constant.</summary>
    public Slot Constant(BigInteger value, int width)
    {
        if (!_constants.TryGetValue((value, width), out var slot))
            _constants[(value, width)] = slot = Allocate(width);
        return slot;
    }

    public Slot Allocate(int width)
    {
        var bytes = (width + 63) / 64 * 8;
        return new(AllocateBytes(bytes, width <= 64 ? 8 : Math.Min(CacheLine, (int)BitOperations.RoundUpToPowerOf2((uint)bytes))), width);
    }

    /// <summary>Scratch space, not shared with any other since the last <see cref="ReleaseScratch"/>.</summary>
    public Slot Scratch(int width)
    {
        var bytes = (width + 63) / 64 * 8;
        if (!_scratch.TryGetValue(bytes, out var pool))
            _scratch[bytes] = pool = [];
        var used = _scratchUsed.GetValueOrDefault(bytes);
        if (used == pool.Count)
            pool.Add(Allocate(width).Offset);
        _scratchUsed[bytes] = used + 1;
        return new(pool[used], width);
    }

    public void ReleaseScratch() => _scratchUsed.Clear();

    private int AllocateBytes(int bytes, int alignment)
    {
        var offset = (_end + alignment - 1) / alignment * alignment;
        _end = checked(offset + bytes);
        return offset;
    }
}
