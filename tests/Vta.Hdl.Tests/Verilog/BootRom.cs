using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Two memories that start with files of one name, and one that starts as the first.</summary>
internal sealed class BootRom : Module
{
    public const string Contents = """
        // Two words, and one behind a gap.
        12_34  abcd
        @4 /* the
        last */ 5
        """;

    public readonly UInt Address = In(UInt(3));
    public readonly UInt First = Out(UInt(16));
    public readonly UInt Second = Out(UInt(18));
    public readonly UInt Third = Out(UInt(16));

    protected override void Build()
    {
        var boot = Mem(UInt(16), 6, contents: MemoryFile.Parse("roms/boot.hex", Contents));
        First.Set(boot.Read(Address));
        var flags = Mem(UInt(18), 8, contents: MemoryFile.Parse("boot.hex", "3ffff"));
        Second.Set(flags[Address]);
        var copy = Mem(UInt(16), 8, contents: MemoryFile.Parse("boot.hex", Contents));
        Third.Set(copy.Read(Address));
    }
}
