using System.Numerics;
using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A processor with one memory for instructions and data from address 0 on. A store to an address with the highest bit set is shown.
/// </summary>
/// <param name="program">The first words of the memory.</param>
/// <param name="words">Words of the memory.</param>
public sealed class RiscvComputer(IReadOnlyList<uint> program, int words = 1024) : Module
{
    /// <summary>The word that was stored last to an address with the highest bit set.</summary>
    public readonly UInt Display = Out(UInt(32));
    public readonly Bool IsHalted = Out();

    protected override void Build()
    {
        Require(program.Count <= words);
        var core = Instance(new RiscvCore());
        IsHalted.Set(core.IsHalted);

        var memory = Mem(UInt(32), words, contents: [.. program.Select(word => (BigInteger)word)]);
        var fetched = memory.Read(WordOf(core.FetchAddress));
        core.Fetched.Set(fetched);
        UInt loaded;
        using (When(core.IsLoad))
            loaded = memory.Read(WordOf(core.Address));
        core.Loaded.Set(loaded);

        var isDisplay = Let(core.Address[31]);
        using (When(!isDisplay))
            memory.Write(WordOf(core.Address), core.Stored, core.StoreMask);

        var display = Reg(UInt(32));
        using (When(isDisplay & core.StoreMask.All()))
            display.Set(core.Stored);
        Display.Set(display);

        UInt WordOf(UInt address) => address[2 + memory.AddressWidth - 1, 2];
    }
}
