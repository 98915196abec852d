using System.Collections.Concurrent;
using Vta.Hardware.Shells;
using Vta.Hdl;
using Vta.Hdl.Verilog;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Runtime.Rtl;

/// <summary>The hardware of a configuration: the module, for its ports, and the design elaborated from it.</summary>
internal sealed record AcceleratorDesign(VtaConfig Config, Accelerator Module, Design Design)
{
    private static readonly ConcurrentDictionary<uint, Lazy<AcceleratorDesign>> Elaborated = new();

    private readonly Lazy<IReadOnlyList<VerilogFile>> verilog = new(() => VerilogEmitter.Emit(new LatchedShell(Config).Elaborate(), Locators.None));

    /// <summary>The design as Verilog in its <see cref="LatchedShell"/>, a file for each module; the top module comes last.</summary>
    public IReadOnlyList<VerilogFile> Verilog => verilog.Value;

    /// <summary>The hardware of a configuration; elaborated once in a process, however many devices are made of it.</summary>
    public static AcceleratorDesign Of(VtaConfig config) =>
        Elaborated.GetOrAdd(config.ConfigurationHash, _ => new Lazy<AcceleratorDesign>(() => Elaborate(config))).Value;

    private static AcceleratorDesign Elaborate(VtaConfig config)
    {
        var module = new Accelerator(config);
        return new AcceleratorDesign(config, module, module.Elaborate());
    }
}
