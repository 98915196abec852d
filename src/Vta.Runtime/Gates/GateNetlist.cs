using System.Globalization;
using System.Text.Json;

namespace Vta.Runtime.Gates;

/// <summary>What a gate computes.</summary>
internal enum GateKind : byte
{
    And,
    Or,
    Xor,
    Not,

    /// <summary>B where S is high, else A.</summary>
    Mux,
}

/// <summary>A gate: places of its inputs and its output among the nets.</summary>
internal readonly record struct Gate(GateKind Kind, int A, int B, int S, int Y);

/// <summary>A flip-flop of the one clock.</summary>
internal readonly record struct FlipFlop(int D, int Q);

/// <summary>A port of a memory that reads in the same cycle.</summary>
internal sealed record GateRead(int[] Address, int[] Data);

/// <summary>A port of a memory that writes at the clock edge, each bit where it is enabled.</summary>
internal sealed record GateWrite(int[] Address, int[] Data, int[] Enable);

/// <summary>A memory. Of two writes of one word, the later one in the list wins.</summary>
internal sealed record GateMemory(int Width, int Size, IReadOnlyList<GateRead> Reads, IReadOnlyList<GateWrite> Writes);

/// <summary>A design of single gates, flip-flops and memories, read from the JSON of Yosys. Net 0 is low, net 1 is high.</summary>
internal sealed class GateNetlist
{
    private readonly Dictionary<int, int> nets = [];
    private readonly List<Gate> gates = [];
    private readonly List<FlipFlop> flipFlops = [];
    private readonly List<GateMemory> memories = [];
    private readonly Dictionary<string, (bool IsInput, int[] Bits)> ports = [];

    private GateNetlist(JsonElement module)
    {
        foreach (var port in module.GetProperty("ports").EnumerateObject())
            ports.Add(port.Name, (port.Value.GetProperty("direction").GetString() == "input", Bits(port.Value.GetProperty("bits"))));
        foreach (var cell in module.GetProperty("cells").EnumerateObject())
            Add(cell.Value);
    }

    /// <summary>Nets, the two constants among them.</summary>
    public int Nets => nets.Count + 2;

    public IReadOnlyList<Gate> Gates => gates;

    public IReadOnlyList<FlipFlop> FlipFlops => flipFlops;

    public IReadOnlyList<GateMemory> Memories => memories;

    /// <summary>Ports of the top module by name; bit 0 first.</summary>
    public IReadOnlyDictionary<string, (bool IsInput, int[] Bits)> Ports => ports;

    /// <summary>Reads the top module of a netlist.</summary>
    /// <exception cref="HardwareException">A cell is none of the kinds that synthesis was asked for.</exception>
    public static GateNetlist Read(ReadOnlyMemory<byte> json, string top)
    {
        using var document = JsonDocument.Parse(json);
        return new GateNetlist(document.RootElement.GetProperty("modules").GetProperty(top));
    }

    private void Add(JsonElement cell)
    {
        var connections = cell.GetProperty("connections");
        var type = cell.GetProperty("type").GetString()!;
        switch (type)
        {
            case "$_AND_":
                gates.Add(new(GateKind.And, Bit("A"), Bit("B"), 0, Bit("Y")));
                break;
            case "$_OR_":
                gates.Add(new(GateKind.Or, Bit("A"), Bit("B"), 0, Bit("Y")));
                break;
            case "$_XOR_":
                gates.Add(new(GateKind.Xor, Bit("A"), Bit("B"), 0, Bit("Y")));
                break;
            case "$_NOT_":
                gates.Add(new(GateKind.Not, Bit("A"), 0, 0, Bit("Y")));
                break;
            case "$_MUX_":
                gates.Add(new(GateKind.Mux, Bit("A"), Bit("B"), Bit("S"), Bit("Y")));
                break;
            case "$_DFF_P_":
                flipFlops.Add(new(Bit("D"), Bit("Q")));
                break;
            case "$mem_v2":
                memories.Add(Memory(cell.GetProperty("parameters"), connections));
                break;
            default:
                throw new HardwareException($"synthesis left a cell {type}, which is no gate");
        }

        int Bit(string pin) => Net(connections.GetProperty(pin)[0]);
    }

    private GateMemory Memory(JsonElement parameters, JsonElement connections)
    {
        var (width, addressBits) = (Number("WIDTH"), Number("ABITS"));
        if (parameters.GetProperty("RD_CLK_ENABLE").GetString()!.Contains('1', StringComparison.Ordinal))
            throw new HardwareException("synthesis left registers in a memory's read port");
        var (readAddress, readData) = (Bits(connections.GetProperty("RD_ADDR")), Bits(connections.GetProperty("RD_DATA")));
        var (writeAddress, writeData, writeEnable) = (Bits(connections.GetProperty("WR_ADDR")), Bits(connections.GetProperty("WR_DATA")), Bits(connections.GetProperty("WR_EN")));
        return new GateMemory(
            width,
            Number("SIZE"),
            [.. Enumerable.Range(0, Number("RD_PORTS")).Select(port => new GateRead(Part(readAddress, port, addressBits), Part(readData, port, width)))],
            [.. Enumerable.Range(0, Number("WR_PORTS")).Select(port =>
                new GateWrite(Part(writeAddress, port, addressBits), Part(writeData, port, width), Part(writeEnable, port, width)))]);

        int Number(string name) => int.Parse(parameters.GetProperty(name).GetString()!, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);

        static int[] Part(int[] bits, int port, int width) => bits[(port * width)..((port + 1) * width)];
    }

    private int[] Bits(JsonElement bits) => [.. bits.EnumerateArray().Select(Net)];

    private int Net(JsonElement bit)
    {
        if (bit.ValueKind == JsonValueKind.String)
            return bit.GetString() == "1" ? 1 : 0;
        var number = bit.GetInt32();
        if (!nets.TryGetValue(number, out var net))
            nets.Add(number, net = nets.Count + 2);
        return net;
    }
}
