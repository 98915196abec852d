using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Evaluation;

namespace Vta.Hdl.Simulation;

/// <summary>
/// The plain meaning of a design, evaluated expression by expression. Slow: what <see cref="Simulator"/> is tested against.
/// </summary>
public sealed class ReferenceSimulator : SimulatorBase
{
    private readonly Dictionary<Signal, BigInteger> _state = [];
    private readonly Dictionary<Memory, BigInteger[]> _memories = [];

    /// <summary>A simulation in its initial state.</summary>
    /// <exception cref="Diagnostics.HdlException">HW0017: a black box has no model.</exception>
    public ReferenceSimulator(Design design, SimulationRequests? requests = null)
        : base(design, requests)
    {
        foreach (var memory in Netlist.Memories)
        {
            var words = new BigInteger[memory.Depth];
            for (var i = 0; i < memory.InitialContents.Count; i++)
                words[i] = memory.InitialContents[i];
            _memories[memory] = words;
        }
        foreach (var state in Netlist.State)
            _state[state] = StartOf(state);
        SpoilStart();
    }

    internal override BigInteger Read(Signal signal) => _state[signal];

    internal override BigInteger ReadWord(Memory memory, int address) => _memories[memory][address];

    private protected override void Write(Signal state, BigInteger value) => _state[state] = value;

    private protected override void WriteWord(Memory memory, int address, BigInteger value) => _memories[memory][address] = value;

    private protected override bool IsKnown(Signal signal) => _state.ContainsKey(signal);

    private protected override Assertion? ClockEdge(ulong clocks, ulong checkedClocks)
    {
        var now = new ExpressionEvaluator(Netlist, IsKnown, Read, ReadWord);
        if (Netlist.Assertions.FirstOrDefault(a => (Netlist.Clocks.Only(a.Domain) & checkedClocks) != 0 && now.IsTrue(a.Enable) && !now.IsTrue(a.Condition)) is { } failed)
            return failed;
        var next = Netlist.Registers.Where(r => Has(r.Domain)).Select(r => (r, now.Value(Netlist.Driver(r)))).ToList();
        var writes = new List<(Memory Memory, int Address, BigInteger Word, BigInteger Bits)>();
        foreach (var memory in Netlist.Memories)
        {
            foreach (var port in memory.ReadPorts.Where(p => Has(p.Data.Domain) && now.IsTrue(p.Enable)))
                next.Add((port.Data, now.Word(memory, port.Address)));
            foreach (var port in memory.WritePorts.Where(p => Has(p.Domain) && now.IsTrue(p.Enable)))
            {
                var address = now.Value(port.Address);
                if (address < memory.Depth)
                    writes.Add((memory, (int)address, now.Value(port.Data), WrittenBits(port, now)));
            }
        }
        foreach (var (register, value) in next)
            _state[register] = value;
        foreach (var (memory, address, word, bits) in writes)
            _memories[memory][address] = (_memories[memory][address] & ~bits) | (word & bits);
        return null;

        bool Has(ClockDomain? clock) => (Netlist.Clocks.Only(clock!) & clocks) != 0;
    }

    private static BigInteger WrittenBits(MemoryWritePort port, ExpressionEvaluator now)
    {
        if (port.Mask is not { } mask)
            return Bits.Mask(port.Memory.Width);
        var chosen = now.Value(mask);
        var part = port.Memory.Width / mask.Width;
        var bits = BigInteger.Zero;
        for (var i = 0; i < mask.Width; i++)
        {
            if (!((chosen >> i) & 1).IsZero)
                bits |= Bits.Mask(part) << (i * part);
        }
        return bits;
    }
}
