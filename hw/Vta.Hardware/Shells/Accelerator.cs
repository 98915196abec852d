using Vta.Hardware.Bus;
using Vta.Hardware.Host;
using Vta.Isa.Launch;

namespace Vta.Hardware.Shells;

/// <summary>
/// The accelerator as a simulator sees it: an AXI4-Lite slave for the host's registers, and an AXI4 master to memory without the signals
/// that never change.
/// </summary>
public sealed class Accelerator(VtaConfig config) : Module
{
    internal readonly HostPorts Host = new("s_axi");
    internal readonly MemoryPorts Memory = new(BusShape.Of(config), "m_axi");

    /// <summary>The core, for observers of a simulation.</summary>
    internal Core Core { get; private set; } = null!;

    protected override string DefinitionName => "Vta";

    protected override void Build()
    {
        Parameter("configuration", config.Bitstream);
        var registers = Instance(new HostRegisters(config));
        registers.Host.Connect(Host);

        // The core is reset by each launch, and starts in the cycle after.
        var starts = RegNextReset(registers.Launch);
        var core = Instance(new Core(config), resetWhen: registers.Launch);
        Core = core;
        core.Launch.Set(starts);
        core.InstructionAddress.Set(registers.Written[RegisterMap.InstructionAddress]);
        core.InstructionCount.Set(registers.Written[RegisterMap.InstructionCount]);
        core.UopBase.Set(registers.Written[RegisterMap.UopBase]);
        core.InpBase.Set(registers.Written[RegisterMap.InpBase]);
        core.WgtBase.Set(registers.Written[RegisterMap.WgtBase]);
        core.AccBase.Set(registers.Written[RegisterMap.AccBase]);
        core.OutBase.Set(registers.Written[RegisterMap.OutBase]);
        Memory.Connect(core);

        registers.Idle.Set(!core.Running & !starts);
        registers.Done.Set(core.Done);
        registers.Shown[RegisterMap.FaultStatus].Set(core.FaultStatus);
        registers.Shown[RegisterMap.FaultInstruction].Set(core.FaultInstruction);
        foreach (var (register, value) in core.Waits)
            registers.Shown[register].Set(value);

        foreach (var (register, value) in core.Counts)
            registers.Shown[register].Set(value);
        registers.Shown[RegisterMap.Cycles].Set(core.Counts[RegisterMap.CycleCount][31, 0]);
        registers.Shown[RegisterMap.AccWrites].Set(core.Counts[Counters.AccWrites.Register][31, 0]);
    }
}
