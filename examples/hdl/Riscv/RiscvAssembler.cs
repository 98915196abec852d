namespace HdlTutorial;

/// <summary>
/// Puts RV32I instructions together, in the order of the calls. Targets of jumps and branches are labels, which may come later.
/// </summary>
public sealed class RiscvAssembler
{
    private readonly List<Func<uint>> _words = [];
    private readonly Dictionary<string, int> _labels = [];

    /// <summary>The program as words.</summary>
    /// <exception cref="KeyNotFoundException">A label is nowhere.</exception>
    public IReadOnlyList<uint> Words => [.. _words.Select(word => word())];

    /// <summary>Names the place of the next instruction.</summary>
    public RiscvAssembler Label(string name)
    {
        _labels.Add(name, 4 * _words.Count);
        return this;
    }

    /// <summary>A computation with two registers.</summary>
    public RiscvAssembler Compute(AluOperation operation, int destination, int first, int second, bool isAlternate = false) =>
        Add(Opcode.Arithmetic, destination, (int)operation, first, second << 20 | (isAlternate ? 1 << 30 : 0));

    /// <summary>A computation with a register and a number from −2048 to 2047, or from 0 to 31 for a shift.</summary>
    public RiscvAssembler Compute(AluOperation operation, int destination, int first, Immediate number, bool isAlternate = false) =>
        Add(Opcode.ArithmeticImmediate, destination, (int)operation, first, number.Value << 20 | (isAlternate ? 1 << 30 : 0));

    /// <summary>Loads a number of 32 bits: two instructions.</summary>
    public RiscvAssembler Load(int destination, uint number) =>
        Upper(Opcode.LoadUpper, destination, unchecked(number + 0x800) >> 12)
            .Compute(AluOperation.Add, destination, destination, new Immediate((int)number << 20 >> 20));

    /// <summary>LUI or AUIPC with the upper twenty bits of a number.</summary>
    public RiscvAssembler Upper(Opcode opcode, int destination, uint upper) =>
        Add(() => (upper << 12) | (uint)(destination << 7) | (uint)opcode);

    /// <summary>Loads a byte, half or word.</summary>
    public RiscvAssembler Load(MemoryAccess access, int destination, int address, int offset = 0) =>
        Add(Opcode.Load, destination, (int)access, address, offset << 20);

    /// <summary>Stores a byte, half or word.</summary>
    public RiscvAssembler Store(MemoryAccess access, int value, int address, int offset = 0) =>
        Add(Opcode.Store, offset & 31, (int)access, address, value << 20 | offset >> 5 << 25);

    public RiscvAssembler Branch(BranchCondition condition, int first, int second, string label) => AddRelative(label, distance =>
    {
        var offset = ((distance >> 11) & 1) | (distance & 0x1E);
        return Word(Opcode.Branch, offset, (int)condition, first, second << 20 | ((distance >> 5) & 63) << 25 | distance >> 12 << 31);
    });

    public RiscvAssembler Jump(int link, string label) => AddRelative(label, distance =>
    {
        var offset = ((distance >> 11) & 1) << 20 | ((distance >> 1) & 1023) << 21 | distance >> 20 << 31;
        return Word(Opcode.Jump, link, 0, 0, (distance & 0xFF000) | offset);
    });

    public RiscvAssembler JumpRegister(int link, int address, int offset = 0) => Add(Opcode.JumpRegister, link, 0, address, offset << 20);

    /// <summary>EBREAK, which stops the processor.</summary>
    public RiscvAssembler Halt() => Add(Opcode.System, 0, 0, 0, 1 << 20);

    private RiscvAssembler Add(Opcode opcode, int low, int function, int first, int high) =>
        Add(() => Word(opcode, low, function, first, high));

    private RiscvAssembler AddRelative(string label, Func<int, uint> word)
    {
        var place = 4 * _words.Count;
        return Add(() => word(_labels[label] - place));
    }

    private RiscvAssembler Add(Func<uint> word)
    {
        _words.Add(word);
        return this;
    }

    private static uint Word(Opcode opcode, int low, int function, int first, int high) =>
        (uint)opcode | (uint)(low << 7) | (uint)(function << 12) | (uint)(first << 15) | (uint)high;
}
