using Vta.Hardware.Control;
using Vta.Hdl;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tools;
using Vta.Isa;
using Vta.Isa.Files;
using Vta.Runtime.Axi;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.InProcess;

// In here: outside, the name stands for a namespace.
using Simulator = Vta.Hdl.Simulation.Simulator;

/// <summary>The accelerator in the simulator that compiles designs to machine code of this process.</summary>
internal sealed unsafe class InProcessModel : IAcceleratorModel
{
    private readonly Simulator simulator;
    private StagedFile? waveform;
    private StagedFile? later;
    private long edgesUntilRecord;

    public InProcessModel(AcceleratorDesign accelerator, SimulatorOptions options)
    {
        simulator = new Simulator(accelerator.Design, options);
        Probes = accelerator.Module.Core.Probes;
        var memory = accelerator.Module.Memory;
        Memory = new AxiPins
        {
            ReadAddressValid = At(memory.ReadAddress.Valid),
            ReadAddressReady = At(memory.ReadAddress.Ready),
            ReadAddress = (uint*)At(memory.ReadAddress.Payload.Address),
            ReadLength = At(memory.ReadAddress.Payload.Length),
            ReadDataValid = At(memory.ReadData.Valid),
            ReadDataReady = At(memory.ReadData.Ready),
            ReadData = At(memory.ReadData.Payload.Data),
            ReadResponse = At(memory.ReadData.Payload.Response),
            ReadLast = At(memory.ReadData.Payload.Last),
            WriteAddressValid = At(memory.WriteAddress.Valid),
            WriteAddressReady = At(memory.WriteAddress.Ready),
            WriteAddress = (uint*)At(memory.WriteAddress.Payload.Address),
            WriteLength = At(memory.WriteAddress.Payload.Length),
            WriteDataValid = At(memory.WriteData.Valid),
            WriteDataReady = At(memory.WriteData.Ready),
            WriteData = At(memory.WriteData.Payload.Data),
            WriteStrobe = At(memory.WriteData.Payload.Strobe),
            WriteLast = At(memory.WriteData.Payload.Last),
            ResponseValid = At(memory.WriteResponse.Valid),
            ResponseReady = At(memory.WriteResponse.Ready),
            Response = At(memory.WriteResponse.Payload.Response),
        };
        var host = accelerator.Module.Host;
        Host = new AxiLitePins
        {
            WriteAddressValid = At(host.WriteAddress.Valid),
            WriteAddressReady = At(host.WriteAddress.Ready),
            WriteAddress = (ushort*)At(host.WriteAddress.Payload.Address),
            WriteDataValid = At(host.WriteData.Valid),
            WriteDataReady = At(host.WriteData.Ready),
            WriteData = (uint*)At(host.WriteData.Payload.Data),
            WriteResponseValid = At(host.WriteResponse.Valid),
            WriteResponseReady = At(host.WriteResponse.Ready),
            ReadAddressValid = At(host.ReadAddress.Valid),
            ReadAddressReady = At(host.ReadAddress.Ready),
            ReadAddress = (ushort*)At(host.ReadAddress.Payload.Address),
            ReadDataValid = At(host.ReadData.Valid),
            ReadDataReady = At(host.ReadData.Ready),
            ReadData = (uint*)At(host.ReadData.Payload.Data),
        };
    }

    /// <summary>The accelerator, with the waveform of all its signals written to a file, which it then owns, from a cycle on, unless it is null.</summary>
    /// <exception cref="VtaInputException">The waveform cannot be written, or a tool for it is missing.</exception>
    public static InProcessModel Create(AcceleratorDesign accelerator, StagedFile? waveform, long from)
    {
        var model = new InProcessModel(accelerator, SimulatorOptions.Default with { KeepSignals = waveform is not null });
        if (waveform is not null && from == 0)
            model.Record(waveform);
        else if (waveform is not null)
            (model.later, model.edgesUntilRecord) = (waveform, from);
        return model;
    }

    public AxiPins Memory { get; }

    public AxiLitePins Host { get; }

    /// <summary>Signals to be followed.</summary>
    public CoreProbes Probes { get; }

    /// <summary>Where the value of a signal lies, in a model that keeps all signals.</summary>
    public ulong* PointerTo(Packed signal) => simulator.PointerTo(signal);

    public void Reset(int cycles) => simulator.Reset(cycles);

    public void Settle() => simulator.Settle();

    /// <exception cref="VtaInputException">The waveform cannot be written.</exception>
    public void Edge()
    {
        if (edgesUntilRecord > 0 && --edgesUntilRecord == 0)
            Record(later!);
        try
        {
            simulator.Tick();
        }
        catch (IOException exception) when (waveform is not null)
        {
            throw GiveUp(exception);
        }
    }

    /// <summary>The state of the accelerator.</summary>
    public Snapshot Save() => simulator.Save();

    /// <exception cref="VtaInputException">The waveform cannot be written.</exception>
    public void Dispose()
    {
        try
        {
            simulator.Dispose();
            waveform?.Complete();
        }
        catch (IOException exception) when (waveform is not null)
        {
            throw GiveUp(exception);
        }
        finally
        {
            (waveform ?? later)?.Dispose();
        }
    }

    private void Record(StagedFile file)
    {
        try
        {
            simulator.Record(file.Path);
        }
        catch (ToolMissingException exception)
        {
            throw new VtaInputException(exception.Message, file.Target);
        }
        waveform = file;
    }

    /// <summary>Leaves the waveform, which is not whole, out of what ends with the simulation.</summary>
    private VtaInputException GiveUp(IOException exception)
    {
        var unwritable = new VtaInputException($"cannot be written: {exception.Message.Replace(waveform!.Path, waveform.Target)}", waveform.Target);
        waveform.Dispose();
        waveform = null;
        return unwritable;
    }

    private byte* At(Packed port) => (byte*)simulator.PointerTo(port);
}
