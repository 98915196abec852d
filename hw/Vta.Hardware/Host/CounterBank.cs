using Vta.Isa.Launch;

namespace Vta.Hardware.Host;

/// <summary>The 64-bit counters of the register map. Reset clears them.</summary>
/// <param name="widths">The counters' registers, and the bits of what each grows by in one cycle.</param>
internal sealed class CounterBank(IReadOnlyDictionary<Register, int> widths) : Module
{
    /// <summary>By how much each counter grows in this cycle.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Amounts = widths.ToDictionary(w => w.Key, w => Port.In(UInt(w.Value), "amount_" + w.Key.Name));

    public readonly IReadOnlyDictionary<Register, UInt> Counts = widths.Keys.ToDictionary(r => r, r => Port.Out(UInt(r.Width), "count_" + r.Name));

    protected override void Build()
    {
        foreach (var (register, amount) in Amounts)
        {
            var count = Reg(UInt(register.Width), register.Name);
            using (When(amount.Any()))
                count.Set(count + amount);
            Counts[register].Set(count);
        }
    }
}
