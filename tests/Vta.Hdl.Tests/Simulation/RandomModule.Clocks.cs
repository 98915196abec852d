using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Two clocks.</content>
internal sealed partial class RandomModule
{
    private const int Crossings = 4;

    /// <summary>
    /// A part for each clock. Registers that may take values of the other carry some to and fro, and one clock reads a memory that the other writes.
    /// </summary>
    private void DescribeBoth(ClockDomain second)
    {
        var back = MakeCrossings("back");
        Describe("r", registers: 16, memories: 2, 2 * operations / 3, back);
        var shared = Mem(UInt(Pick(8, 64, 72)), depth: 8, ReadUnderWrite.Old, crossesDomains: true);
        Sometimes(() => shared.Write(Any(shared.AddressWidth), Any(shared[Any(shared.AddressWidth)].Width)));
        UInt[] first = [.. _values];
        using (Domain(second))
        {
            var ahead = MakeCrossings("ahead");
            foreach (var register in ahead)
                Drive(register);
            _values.Clear();
            Describe("s", registers: 8, memories: 2, operations / 3, [.. ahead, shared[ahead[0].Trunc(3)], shared.Read(ahead[1].Trunc(3))]);
        }
        foreach (var register in back)
            register.Set(Any(register.Width));
        _values.InsertRange(_values.Count - 20, first.TakeLast(20));
    }

    private UInt[] MakeCrossings(string name) => [.. Enumerable.Range(0, Crossings).Select(i => RegAcross(UInt(Math.Max(3, Width())), $"{name}{i}"))];
}
