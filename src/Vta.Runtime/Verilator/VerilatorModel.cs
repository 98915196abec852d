using System.Runtime.InteropServices;
using Vta.Isa;
using Vta.Isa.Files;
using Vta.Runtime.Axi;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.Verilator;

/// <summary>The accelerator in Verilator.</summary>
internal sealed unsafe class VerilatorModel : IAcceleratorModel
{
    private readonly VerilatorLibrary library;
    private readonly nint device;
    private readonly StagedFile? waveform;

    private VerilatorModel(VerilatorLibrary library, nint device, StagedFile? waveform)
    {
        this.library = library;
        this.device = device;
        this.waveform = waveform;
        VerilatorPins pins;
        library.Bind(device, &pins);
        Memory = pins.Memory;
        Host = pins.Host;
    }

    public AxiPins Memory { get; }

    public AxiLitePins Host { get; }

    /// <summary>Builds the simulation where there is none yet, and makes a device of it.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="waveform">The file that takes the waveform, which the model then owns; null for none.</param>
    /// <param name="report">Told of a build; null where nobody listens.</param>
    /// <exception cref="VtaInputException">A tool is missing, or the waveform cannot be written.</exception>
    public static VerilatorModel Create(AcceleratorDesign accelerator, StagedFile? waveform, Action<string>? report)
    {
        var library = new VerilatorLibrary(VerilatorBuild.Library(SimulationSources.Of(accelerator, waveform is not null), report));
        var path = (byte*)Marshal.StringToCoTaskMemUTF8(waveform?.Path);
        try
        {
            var device = library.Create(path);
            return device != 0 ? new VerilatorModel(library, device, waveform) : throw new VtaInputException("cannot be written", waveform?.Target);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)path);
        }
    }

    public void Reset(int cycles)
    {
        library.Reset(device, 1);
        for (var i = 0; i < cycles; i++)
        {
            Settle();
            Edge();
        }
        library.Reset(device, 0);
    }

    public void Settle() => library.Settle(device);

    public void Edge() => library.Edge(device);

    /// <exception cref="VtaInputException">The waveform could not be written to its end.</exception>
    public void Dispose()
    {
        library.Destroy(device);
        if (waveform is null)
            return;
        using (waveform)
        {
            using (var file = File.OpenRead(waveform.Path))
            {
                if (!FstFile.IsWhole(file))
                    throw new VtaInputException("cannot be written to its end; the disk may be full", waveform.Target);
            }
            waveform.Complete();
        }
    }
}
