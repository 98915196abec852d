using Vta.Isa;
using Vta.Isa.Files;
using Vta.Runtime.Behavioural;
using Vta.Runtime.Gates;
using Vta.Runtime.InProcess;
using Vta.Runtime.Rtl;
using Vta.Runtime.Verilator;

namespace Vta.Runtime;

/// <summary>The targets that programs run on, by name.</summary>
public static class Devices
{
    /// <summary>The behavioural simulator: fast, without cycles.</summary>
    public const string Fsim = TargetNames.Fsim;

    /// <summary>The hardware in the simulator that is part of this process: needs no tools.</summary>
    public const string Rtl = TargetNames.Rtl;

    /// <summary>The hardware's Verilog in Verilator.</summary>
    public const string Tsim = TargetNames.Tsim;

    /// <summary>The gates that Yosys makes of the hardware's Verilog, in this process; slow.</summary>
    public const string Gates = TargetNames.Gates;

    /// <summary>What programs run on where all is asked for.</summary>
    public static IReadOnlyList<string> Targets { get; } = [Fsim, Rtl, Tsim];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Targets, Gates];

    /// <summary>What keeps a target from running on this machine, and what helps; null where nothing does.</summary>
    public static string? Obstacle(string target) => target switch
    {
        Tsim => Toolchain.Missing,
        Gates => Synthesis.Missing,
        _ => null,
    };

    /// <summary>How the files are named that take waveforms of a target; none where it has none.</summary>
    public static IReadOnlyList<string> WaveformFiles(string target) => target switch
    {
        Rtl => [".vcd", ".fst"],
        Tsim => [".fst"],
        _ => [],
    };

    /// <summary>A new device, its memories zero.</summary>
    /// <param name="target">One of <see cref="All"/>.</param>
    /// <param name="config">What the accelerator is built for.</param>
    /// <param name="options">How it is simulated; null for the defaults.</param>
    /// <exception cref="VtaInputException">There is no such target, an option does not fit it, or a tool that it needs is missing.</exception>
    public static IDevice Create(string target, VtaConfig config, DeviceOptions? options = null)
    {
        options ??= new DeviceOptions();
        options.Memory.Validate();
        if (!All.Contains(target))
            throw new VtaInputException($"unknown target '{target}'; the targets are {string.Join(", ", All)}");
        if (options.TraceFile is { } file)
            CheckWaveform(target, file);
        return target == Fsim ? new BehaviouralDevice(config) : Hardware(target, config, options);
    }

    private static RtlDevice Hardware(string target, VtaConfig config, DeviceOptions options)
    {
        var waveform = options.TraceFile is { } file ? new StagedFile(file) : null;
        try
        {
            var accelerator = AcceleratorDesign.Of(config);
            return new RtlDevice(
                config,
                target switch
                {
                    Rtl => InProcessModel.Create(accelerator, waveform, options.TraceFrom),
                    Gates => GateModel.Create(accelerator, options.Report),
                    _ => VerilatorModel.Create(accelerator, waveform, options.Report),
                },
                options.Memory);
        }
        catch
        {
            waveform?.Dispose();
            throw;
        }
    }

    private static void CheckWaveform(string target, string file)
    {
        var kinds = WaveformFiles(target);
        if (kinds.Count == 0)
            throw new VtaInputException($"target {target} writes no waveform; {Rtl} and {Tsim} do");
        if (!kinds.Contains(Path.GetExtension(file).ToLowerInvariant()))
            throw new VtaInputException($"target {target} writes its waveform to a {string.Join(" or ", kinds)} file", file);
    }
}
