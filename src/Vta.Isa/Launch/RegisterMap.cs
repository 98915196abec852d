using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>The host registers (AXI4-Lite). Hardware, drivers and documents derive from this list.</summary>
public static class RegisterMap
{
    /// <summary>Bit of <see cref="Control"/> that starts a run when written as 1.</summary>
    public const int LaunchBit = 0;

    /// <summary>Bit of <see cref="Control"/> that reads as 1 once the run is over.</summary>
    public const int DoneBit = 1;

    // Before the registers: static members are initialised in this order.
    private static readonly List<Register> Registers = [];

    public static Register Control { get; } = Writable("control", 0x00, "bit 0 launch, bit 1 done");

    public static Register Cycles { get; } = ReadOnly("cycles", 0x04, "cycles of the run, low half of cycle_count");

    public static Register InstructionCount { get; } = Writable("instruction_count", 0x08, "instructions of the program");

    public static Register InstructionAddress { get; } = Writable("instruction_address", 0x0c, "byte address of the first instruction");

    public static Register UopBase { get; } = Writable("uop_base", 0x10, "byte address that micro-op indices are added to");

    public static Register InpBase { get; } = Writable("inp_base", 0x14, "byte address that input indices are added to");

    public static Register WgtBase { get; } = Writable("wgt_base", 0x18, "byte address that weight indices are added to");

    public static Register AccBase { get; } = Writable("acc_base", 0x1c, "byte address that accumulator indices are added to");

    public static Register OutBase { get; } = Writable("out_base", 0x20, "byte address that output indices are added to");

    public static Register AccWrites { get; } = ReadOnly("acc_writes", 0x24, "accumulator elements written, low half of acc_write_count");

    public static Register IsaVersion { get; } = ReadOnly("isa_version", 0x40, "version of the instruction set and of this map");

    public static Register ConfigurationHash { get; } = ReadOnly("configuration_hash", 0x44, "hash of the hardware parameters");

    public static Register FaultStatus { get; } = ReadOnly("fault_status", 0x48, "faults from bit 0, leftover token queues from bit 8");

    public static Register FaultInstruction { get; } = ReadOnly("fault_instruction", 0x4c, "least index of a faulting instruction");

    public static Register LoadWait { get; } = ReadOnly("load_wait", 0x50, "queues found empty from bit 0, full from bit 4");

    public static Register LoadWaitInstruction { get; } = ReadOnly("load_wait_instruction", 0x54, "index of the waiting instruction");

    public static Register ComputeWait { get; } = ReadOnly("compute_wait", 0x58, "as load_wait; bit 8: FINISH waits for load and store");

    public static Register ComputeWaitInstruction { get; } = ReadOnly("compute_wait_instruction", 0x5c, "index of the waiting instruction");

    public static Register StoreWait { get; } = ReadOnly("store_wait", 0x60, "as load_wait");

    public static Register StoreWaitInstruction { get; } = ReadOnly("store_wait_instruction", 0x64, "index of the waiting instruction");

    /// <summary>On devices with extensions only: it reads as zero on others.</summary>
    public static Register Capabilities { get; } = ReadOnly("capabilities", 0x68, "extensions of the instruction set: bit 0 REQUANT, 1 PAD, 2 GEMM_SET, 3 DWCONV");

    public static Register CycleCount { get; } = Counter("cycle_count", 0x80, "cycles from launch to done");

    private static readonly Dictionary<(Unit, UnitActivity), Register> UnitCycles =
        DefineCycles(0x90, UnitActivity.Busy, UnitActivity.MemoryStalled, UnitActivity.TokenStalled);

    private static readonly Dictionary<(Unit, UnitActivity), Register> MoreUnitCycles =
        DefineCycles(0x110, UnitActivity.InstructionStalled, UnitActivity.Idle);

    /// <summary>All registers, those of <see cref="Counters"/> included, by offset.</summary>
    public static IReadOnlyList<Register> All { get; } = [.. Registers.Concat(Counters.All.Select(counter => counter.Register)).OrderBy(register => register.Offset)];

    /// <summary>The registers that a device has, by offset.</summary>
    public static IEnumerable<Register> Of(VtaConfig config) => All.Where(register =>
        config.Extensions.HasFlag(register.Needs) && (register != Capabilities || config.Extensions != Extensions.None));

    /// <summary>The register pair of a unit's wait.</summary>
    public static (Register Wait, Register Instruction) WaitOf(Unit unit) => unit switch
    {
        Unit.Load => (LoadWait, LoadWaitInstruction),
        Unit.Compute => (ComputeWait, ComputeWaitInstruction),
        _ => (StoreWait, StoreWaitInstruction),
    };

    /// <summary>The counter of a unit's cycles of one kind; those of all kinds add up to <see cref="CycleCount"/>.</summary>
    public static Register CyclesOf(Unit unit, UnitActivity activity) =>
        UnitCycles.TryGetValue((unit, activity), out var register) ? register : MoreUnitCycles[(unit, activity)];

    /// <summary>Counters of cycles, a unit after the other.</summary>
    private static Dictionary<(Unit, UnitActivity), Register> DefineCycles(int offset, params IReadOnlyList<UnitActivity> activities)
    {
        var registers = new Dictionary<(Unit, UnitActivity), Register>();
        foreach (var unit in Enum.GetValues<Unit>())
        {
            foreach (var activity in activities)
            {
                registers.Add((unit, activity), Counter($"{unit.Name()}_{activity.Name()}", offset, $"cycles in which the {unit.Name()} unit {activity.Meaning()}"));
                offset += 8;
            }
        }
        return registers;
    }

    private static Register Writable(string name, int offset, string meaning) => Define(new(name, offset, RegisterAccess.ReadWrite, 32, meaning));

    private static Register ReadOnly(string name, int offset, string meaning) => Define(new(name, offset, RegisterAccess.ReadOnly, 32, meaning));

    private static Register Counter(string name, int offset, string meaning) => Define(Register.Counter(name, offset, meaning));

    private static Register Define(Register register)
    {
        Registers.Add(register);
        return register;
    }
}
