using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.Hdl.Library.Axi;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>The designs whose Verilog the tests look at, by name.</summary>
internal static class SampleDesigns
{
    private static readonly Dictionary<string, Func<Module>> s_all = new()
    {
        ["fifo"] = () => new Fifo<UInt>(UInt(8), 4),
        ["fifo_odd"] = () => new Fifo<UInt>(UInt(8), 5),
        ["block_fifo"] = () => new BlockFifo<UInt>(UInt(64), 512),
        ["async_fifo"] = () => new AsyncFifo<UInt>(UInt(8), 4, ClockDomain.Main, new("fast")),
        ["handshake_crossing"] = () => new HandshakeCrossing<UInt>(UInt(8), new("slow"), new("fast")),
        ["resets"] = () => new Resets(),
        ["skid_buffer"] = () => new SkidBuffer<UInt>(UInt(8)),
        ["arbiter"] = () => new Arbiter<UInt>(UInt(8), 3, ArbitrationPolicy.RoundRobin),
        ["fork"] = () => new Fork<UInt>(UInt(8), 2),
        ["widener"] = () => new Widener<UInt>(UInt(8), 4),
        ["narrower"] = () => new Narrower<UInt>(UInt(8), 4),
        ["counter"] = () => new Counter(10),
        ["shift_register"] = () => new ShiftRegister(8),
        ["stream_algebra"] = () => new StreamAlgebra(),
        ["axi_lite_registers"] = () => new AxiLiteRegisters(3, addressWidth: 6),
        ["axi4_memory"] = () => new Axi4Memory(new(AddressWidth: 16, DataWidth: 32, IdWidth: 4), words: 64),
        ["pipe"] = () => new Pipe<UInt>(UInt(8)),
        ["loader"] = () => new Loader(4),
        ["multiply_accumulate"] = () => new MultiplyAccumulate(4, 8),
        ["memories"] = () => new Memories(),
        ["boot_rom"] = () => new BootRom(),
        ["hierarchy"] = () => new Hierarchy(),
        ["reserved"] = () => new Reserved(),
        ["operators"] = () => new Operators(),
        ["carry"] = () => new Carry(),
        ["bit_operators"] = () => new Writing.BitOperators(),
        ["division"] = () => new Writing.Divisions(),
        ["divider"] = () => new Divider(8, 3),
        ["fixed_point"] = () => new Writing.FixedPoint(),
        ["parts"] = () => new Writing.Parts(),
        ["parts_of_ports"] = () => new Writing.PartsOfPorts(),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static Design Elaborate(string name) => s_all[name]().Elaborate();
}
