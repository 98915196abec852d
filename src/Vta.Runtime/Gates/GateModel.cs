using System.Runtime.InteropServices;
using Vta.Isa;
using Vta.Runtime.Axi;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.Gates;

/// <summary>The accelerator as the gates that Yosys makes of its Verilog.</summary>
internal sealed unsafe class GateModel : IAcceleratorModel
{
    // As wide as the widest bus, in bytes.
    private const int PinBytes = 64;

    private readonly GateSimulation simulation;
    private readonly List<(int Pin, int[] Bits)> inputs = [];
    private readonly List<(int Pin, int[] Bits)> outputs = [];
    private readonly int reset;
    private readonly byte* pins;
    private int used;

    public GateModel(GateNetlist netlist)
    {
        simulation = new GateSimulation(netlist);
        reset = netlist.Ports["reset"].Bits[0];
        pins = (byte*)NativeMemory.AllocZeroed((nuint)(netlist.Ports.Count * PinBytes));
        Memory = new AxiPins
        {
            ReadAddressValid = At("m_axi_arvalid"),
            ReadAddressReady = At("m_axi_arready"),
            ReadAddress = (uint*)At("m_axi_araddr"),
            ReadLength = At("m_axi_arlen"),
            ReadDataValid = At("m_axi_rvalid"),
            ReadDataReady = At("m_axi_rready"),
            ReadData = At("m_axi_rdata"),
            ReadResponse = At("m_axi_rresp"),
            ReadLast = At("m_axi_rlast"),
            WriteAddressValid = At("m_axi_awvalid"),
            WriteAddressReady = At("m_axi_awready"),
            WriteAddress = (uint*)At("m_axi_awaddr"),
            WriteLength = At("m_axi_awlen"),
            WriteDataValid = At("m_axi_wvalid"),
            WriteDataReady = At("m_axi_wready"),
            WriteData = At("m_axi_wdata"),
            WriteStrobe = At("m_axi_wstrb"),
            WriteLast = At("m_axi_wlast"),
            ResponseValid = At("m_axi_bvalid"),
            ResponseReady = At("m_axi_bready"),
            Response = At("m_axi_bresp"),
        };
        Host = new AxiLitePins
        {
            WriteAddressValid = At("s_axi_awvalid"),
            WriteAddressReady = At("s_axi_awready"),
            WriteAddress = (ushort*)At("s_axi_awaddr"),
            WriteDataValid = At("s_axi_wvalid"),
            WriteDataReady = At("s_axi_wready"),
            WriteData = (uint*)At("s_axi_wdata"),
            WriteResponseValid = At("s_axi_bvalid"),
            WriteResponseReady = At("s_axi_bready"),
            ReadAddressValid = At("s_axi_arvalid"),
            ReadAddressReady = At("s_axi_arready"),
            ReadAddress = (ushort*)At("s_axi_araddr"),
            ReadDataValid = At("s_axi_rvalid"),
            ReadDataReady = At("s_axi_rready"),
            ReadData = (uint*)At("s_axi_rdata"),
        };

        byte* At(string name)
        {
            var pin = used++ * PinBytes;
            var (isInput, bits) = netlist.Ports[name];
            (isInput ? inputs : outputs).Add((pin, bits));
            return pins + pin;
        }
    }

    public AxiPins Memory { get; }

    public AxiLitePins Host { get; }

    /// <summary>Synthesises the accelerator where that has not been done yet.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="report">Told of the synthesis; null where nobody listens.</param>
    /// <exception cref="VtaInputException">Yosys is missing.</exception>
    public static GateModel Create(AcceleratorDesign accelerator, Action<string>? report) => new(Synthesis.Of(accelerator, report));

    public void Reset(int cycles)
    {
        simulation[reset] = 1;
        for (var i = 0; i < cycles; i++)
        {
            Settle();
            Edge();
        }
        simulation[reset] = 0;
    }

    public void Settle()
    {
        foreach (var (pin, bits) in inputs)
        {
            for (var bit = 0; bit < bits.Length; bit++)
                simulation[bits[bit]] = (byte)(pins[pin + (bit / 8)] >> (bit % 8) & 1);
        }
        simulation.Settle();
        foreach (var (pin, bits) in outputs)
        {
            for (var bit = 0; bit < bits.Length; bit += 8)
            {
                var value = 0;
                for (var part = 0; part < 8 && bit + part < bits.Length; part++)
                    value |= simulation[bits[bit + part]] << part;
                pins[pin + (bit / 8)] = (byte)value;
            }
        }
    }

    public void Edge() => simulation.Edge();

    public void Dispose() => NativeMemory.Free(pins);
}
