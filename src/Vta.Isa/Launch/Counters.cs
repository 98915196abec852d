using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>
/// What is counted of a run on every backend. One line makes a counter: registers, hardware, driver and statistics derive from this list, whose order is that of
/// statistics. Bytes count elements that crossed to or from DRAM, without padding.
/// </summary>
public static class Counters
{
    // Before the counters: static members are initialised in this order.
    private static readonly List<Counter> Defined = [];

    public static Counter InpLoadBytes { get; } = Define(0xe0, "inp_load_bytes", Unit.Load, "inp_load_nbytes", "bytes of inputs loaded");

    public static Counter WgtLoadBytes { get; } = Define(0xe8, "wgt_load_bytes", Unit.Load, "wgt_load_nbytes", "bytes of weights loaded");

    public static Counter AccLoadBytes { get; } = Define(0xf0, "acc_load_bytes", Unit.Compute, "acc_load_nbytes", "bytes of accumulators loaded");

    public static Counter UopLoadBytes { get; } = Define(0xd8, "uop_load_bytes", Unit.Compute, "uop_load_nbytes", "bytes of micro-ops loaded");

    public static Counter OutStoreBytes { get; } = Define(0xf8, "out_store_bytes", Unit.Store, "out_store_nbytes", "bytes of outputs stored");

    public static Counter GemmSteps { get; } = Define(0x100, "gemm_steps", Unit.Compute, "gemm_counter", "GEMM steps, resets excluded");

    public static Counter AluSteps { get; } = Define(0x108, "alu_steps", Unit.Compute, "alu_counter", "ALU vector operations");

    /// <summary>Elements written by GEMM, reset, ALU and LOAD, padding included. TVM has no such counter: it is for comparing backends.</summary>
    public static Counter AccWrites { get; } = Define(0x88, "acc_write_count", Unit.Compute, "acc_write_counter", "accumulator elements written");

    /// <summary>Bytes of parameters, on devices with <see cref="Extensions.Requant"/>.</summary>
    public static Counter ParLoadBytes { get; } =
        Define(0x140, "par_load_bytes", Unit.Compute, "par_load_nbytes", "bytes of parameters loaded", Extensions.Requant);

    /// <summary>All counters, in the order of statistics.</summary>
    public static IReadOnlyList<Counter> All => Defined;

    /// <summary>The counters that a device has.</summary>
    public static IEnumerable<Counter> Of(VtaConfig config) => All.Where(counter => config.Extensions.HasFlag(counter.Register.Needs));

    private static Counter Define(int offset, string name, Unit unit, string statistic, string meaning, Extensions needs = Extensions.None)
    {
        var counter = new Counter(Register.Counter(name, offset, meaning) with { Needs = needs }, unit, statistic) { Index = Defined.Count };
        Defined.Add(counter);
        return counter;
    }
}
