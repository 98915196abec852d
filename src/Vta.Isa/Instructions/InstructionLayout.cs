namespace Vta.Isa.Instructions;

/// <summary>
/// Which instructions there are, and where each field of them and of micro-ops lies, for one configuration. A field's width is written down in the
/// <c>*Fields</c> types and nowhere else; hardware, simulators, compiler and disassembler read it from here.
/// </summary>
public sealed class InstructionLayout
{
    /// <summary>The version of the instruction set, which a register shows.</summary>
    public const int IsaVersion = 1;

    /// <summary>Bits of an instruction.</summary>
    public const int InstructionBits = 128;

    /// <summary>Bits of a micro-op.</summary>
    public const int MicroOpBits = 32;

    /// <summary>Bits of sram_base: what bounds the depth of every buffer.</summary>
    internal const int SramBaseWidth = 16;

    private readonly bool[] opcodes;
    private readonly bool[] memories;

    internal InstructionLayout(LogDepths depths, Extensions extensions = Extensions.None)
    {
        Extensions = extensions;
        Common = new CommonFields();
        Memory = new MemoryFields(Common);
        Gemm = new GemmFields(Common, depths);
        Alu = new AluFields(Common, depths);
        MicroOp = new MicroOpFields(depths);
        opcodes = Known(Common.Opcode, Enum.GetValues<Opcode>().Where(opcode => extensions.HasFlag(opcode.Needs())).Select(opcode => (int)opcode));
        memories = Known(Memory.MemoryType, Enum.GetValues<MemoryId>().Where(memory => extensions.HasFlag(memory.Needs())).Select(memory => (int)memory));
    }

    /// <summary>What there is beyond TVM's instructions.</summary>
    public Extensions Extensions { get; }

    /// <summary>Whether an opcode is defined.</summary>
    public bool Knows(Opcode opcode) => opcodes[(int)opcode];

    /// <summary>Whether an opcode is one of those with the fields of GEMM, and defined.</summary>
    public bool IsGemm(Opcode opcode) => opcode is Opcode.Gemm or Opcode.GemmSet or Opcode.Dwconv && Knows(opcode);

    /// <summary>Whether a memory id is defined.</summary>
    public bool Knows(MemoryId memory) => memories[(int)memory];

    /// <summary>Fields that every instruction begins with; all there is to FINISH.</summary>
    public CommonFields Common { get; }

    public MemoryFields Memory { get; }

    public GemmFields Gemm { get; }

    public AluFields Alu { get; }

    public MicroOpFields MicroOp { get; }

    /// <summary>The fields of the instructions with an opcode.</summary>
    public IReadOnlyList<InstructionField> FieldsOf(Opcode opcode) => opcode switch
    {
        Opcode.Load or Opcode.Store => Memory.All,
        Opcode.Alu => Alu.All,
        var gemm when IsGemm(gemm) => Gemm.All,
        _ => Common.All,
    };

    /// <summary>Why the fields do not fit, with the arithmetic; null where they do. Always null for a finished configuration.</summary>
    internal string? Misfit =>
        Describe("a micro-op", MicroOp.All, MicroOpBits)
        ?? Describe("a GEMM instruction", Gemm.All, InstructionBits)
        ?? Describe("an ALU instruction", Alu.All, InstructionBits);

    /// <summary>Which codes of a field are defined.</summary>
    private static bool[] Known(InstructionField field, IEnumerable<int> codes)
    {
        var known = new bool[field.Maximum + 1];
        foreach (var code in codes)
            known[code] = true;
        return known;
    }

    private static string? Describe(string what, IReadOnlyList<InstructionField> fields, int bits)
    {
        if (fields[^1].End <= bits)
            return null;
        var sum = string.Join(" + ", fields.Select(field => $"{field.Name} {field.Width}"));
        var needed = fields[^1].End;
        var gaps = needed - fields.Sum(field => field.Width);
        var border = gaps == 0 ? "" : $" + {gaps} unused before a 64-bit border";
        return $"{what} does not fit {bits} bits: {sum}{border} = {needed}";
    }
}
