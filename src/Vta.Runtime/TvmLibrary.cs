using Vta.Isa;
using Vta.Isa.Files;
using Vta.Runtime.Rtl;
using Vta.Runtime.Verilator;

namespace Vta.Runtime;

/// <summary>
/// The hardware of a configuration as the library that TVM's simulation runtime loads, <c>libvta_hw.so</c>: the one that
/// <see cref="Devices.Tsim"/> runs, which has TVM's entry points <c>VTADPIInit</c> and <c>VTADPISim</c> too.
/// </summary>
public static class TvmLibrary
{
    /// <summary>Bytes that TVM's memory writes, all or none.</summary>
    private const int WordBytes = sizeof(ulong);

    /// <summary>Writes the library, built first where it was not before.</summary>
    /// <param name="config">What the accelerator is built for.</param>
    /// <param name="path">The file.</param>
    /// <param name="report">Told of a build; null where nobody listens.</param>
    /// <exception cref="VtaInputException">
    /// A tool is missing, the configuration has outputs that TVM's memory does not write, or the file cannot be written.
    /// </exception>
    public static void Write(VtaConfig config, string path, Action<string>? report = null)
    {
        if (config.Out.ElemBytes % WordBytes != 0)
        {
            throw new VtaInputException(
                $"outputs of {config.Bitstream} have {config.Out.ElemBytes} bytes; the memory of TVM's simulation writes {WordBytes} at a time: "
                    + "LOG_BATCH or LOG_BLOCK has to be greater");
        }
        var library = VerilatorBuild.Library(SimulationSources.Of(AcceleratorDesign.Of(config), traces: false), report);
        OutputFile.Write(path, SealedFile.Content(library));
    }
}
