namespace Vta.Hardware;

/// <summary>The 64-bit counters of the register map. Reset clears them.</summary>
internal sealed class CounterBank(VtaConfig config, int countWidth) : Module
{
    public readonly CounterEvents Events = In(CounterEvents.Type(countWidth));

    /// <summary>The counters, by their register.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Values =
        Counted.ToDictionary(r => r, r => Port.Out(UInt(r.Width), r.Name));

    private static IEnumerable<Register> Counted => RegisterMap.All.Where(r => r.Width == 64);

    protected override void Build()
    {
        Count(RegisterMap.CycleCount, Events.Runs.AsUInt());
        Count(RegisterMap.AccWriteCount, Events.AccWrites);
        foreach (var unit in Enum.GetValues<Unit>())
        {
            foreach (var activity in Enum.GetValues<UnitActivity>())
                Count(RegisterMap.CyclesOf(unit, activity), (Events.Runs & Events.Activities[(int)unit] == Lit(activity)).AsUInt());
        }
        Count(RegisterMap.UopLoadBytes, Bytes(Events.UopElements, MemoryId.Uop));
        Count(RegisterMap.InpLoadBytes, Bytes(Events.InpElements, MemoryId.Inp));
        Count(RegisterMap.WgtLoadBytes, Bytes(Events.WgtElements, MemoryId.Wgt));
        Count(RegisterMap.AccLoadBytes, AccBytes());
        Count(RegisterMap.OutStoreBytes, Bytes(Events.OutElements, MemoryId.Out));
        Count(RegisterMap.GemmSteps, Events.GemmStep.AsUInt());
        Count(RegisterMap.AluSteps, Events.AluStep.AsUInt());
    }

    private void Count(Register register, UInt amount)
    {
        var count = Reg(UInt(register.Width), register.Name + "_count");
        using (When(amount.Any()))
            count.Set(count + amount);
        Values[register].Set(count);
    }

    private UInt Bytes(UInt elements, MemoryId memory) => elements.PadLow(int.Log2(config.DramElemBytes(memory)));

    private UInt AccBytes()
    {
        var acc = Bytes(Events.AccElements, MemoryId.Acc);
        return acc | Bytes(Events.Acc8BitElements, MemoryId.Acc8Bit).Extend(acc.Width);
    }
}
