namespace Vta.Isa.Instructions;

/// <summary>Names of units, memories and operations as messages and the disassembler show them.</summary>
public static class IsaNames
{
    public static string Name(this Unit unit) => unit switch
    {
        Unit.Load => "load",
        Unit.Compute => "compute",
        _ => "store",
    };

    public static string Name(this Opcode opcode) => opcode switch
    {
        Opcode.Load => "LOAD",
        Opcode.Store => "STORE",
        Opcode.Gemm => "GEMM",
        Opcode.Finish => "FINISH",
        Opcode.Alu => "ALU",
        Opcode.GemmSet => "GEMM_SET",
        Opcode.Dwconv => "DWCONV",
        _ => $"OPCODE_{(int)opcode}",
    };

    public static string Name(this MemoryId memory) => memory switch
    {
        MemoryId.Uop => "UOP",
        MemoryId.Wgt => "WGT",
        MemoryId.Inp => "INP",
        MemoryId.Acc => "ACC",
        MemoryId.Out => "OUT",
        MemoryId.Acc8Bit => "ACC_8BIT",
        MemoryId.Par => "PAR",
        MemoryId.Pad => "PAD",
        _ => $"MEMORY_{(int)memory}",
    };
}
