using Vta.Hdl;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tools;
using Vta.Isa;
using Vta.Runtime.Axi;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.InProcess;

// In here: outside, the name stands for a namespace.
using Simulator = Vta.Hdl.Simulation.Simulator;

/// <summary>The accelerator in the simulator that compiles designs to machine code of this process.</summary>
internal sealed unsafe class InProcessModel : IAcceleratorModel
{
    private readonly Simulator simulator;

    public InProcessModel(AcceleratorDesign accelerator, SimulatorOptions options)
    {
        simulator = new Simulator(accelerator.Design, options);
        var memory = accelerator.Module.Memory;
        Memory = new AxiPins
        {
            ReadAddressValid = At(memory.ReadAddressValid),
            ReadAddressReady = At(memory.ReadAddressReady),
            ReadAddress = (uint*)At(memory.ReadAddress),
            ReadLength = At(memory.ReadLength),
            ReadDataValid = At(memory.ReadDataValid),
            ReadDataReady = At(memory.ReadDataReady),
            ReadData = At(memory.ReadData),
            ReadResponse = At(memory.ReadResponse),
            ReadLast = At(memory.ReadLast),
            WriteAddressValid = At(memory.WriteAddressValid),
            WriteAddressReady = At(memory.WriteAddressReady),
            WriteAddress = (uint*)At(memory.WriteAddress),
            WriteLength = At(memory.WriteLength),
            WriteDataValid = At(memory.WriteDataValid),
            WriteDataReady = At(memory.WriteDataReady),
            WriteData = At(memory.WriteData),
            WriteStrobe = At(memory.WriteStrobe),
            WriteLast = At(memory.WriteLast),
            ResponseValid = At(memory.ResponseValid),
            ResponseReady = At(memory.ResponseReady),
            Response = At(memory.Response),
        };
        var host = accelerator.Module.Host;
        Host = new AxiLitePins
        {
            WriteAddressValid = At(host.WriteAddressValid),
            WriteAddressReady = At(host.WriteAddressReady),
            WriteAddress = (ushort*)At(host.WriteAddress),
            WriteDataValid = At(host.WriteDataValid),
            WriteDataReady = At(host.WriteDataReady),
            WriteData = (uint*)At(host.WriteData),
            WriteResponseValid = At(host.WriteResponseValid),
            WriteResponseReady = At(host.WriteResponseReady),
            ReadAddressValid = At(host.ReadAddressValid),
            ReadAddressReady = At(host.ReadAddressReady),
            ReadAddress = (ushort*)At(host.ReadAddress),
            ReadDataValid = At(host.ReadDataValid),
            ReadDataReady = At(host.ReadDataReady),
            ReadData = (uint*)At(host.ReadData),
        };
    }

    /// <summary>The accelerator, with the waveform of all its signals written to a file unless it is null.</summary>
    /// <exception cref="VtaInputException">The waveform cannot be written, or a tool for it is missing.</exception>
    public static InProcessModel Create(AcceleratorDesign accelerator, string? traceFile)
    {
        var model = new InProcessModel(accelerator, SimulatorOptions.Default with { KeepSignals = traceFile is not null });
        if (traceFile is not null)
            model.Record(traceFile);
        return model;
    }

    public AxiPins Memory { get; }

    public AxiLitePins Host { get; }

    public void Reset(int cycles) => simulator.Reset(cycles);

    public void Settle() => simulator.Settle();

    public void Edge() => simulator.Tick();

    /// <summary>The state of the accelerator.</summary>
    public Snapshot Save() => simulator.Save();

    public void Dispose() => simulator.Dispose();

    private void Record(string file)
    {
        try
        {
            simulator.Record(file);
        }
        catch (ToolMissingException exception)
        {
            throw new VtaInputException(exception.Message, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException("cannot be written", file);
        }
    }

    private byte* At(Packed port) => (byte*)simulator.PointerTo(port);
}
