namespace Vta.Isa;

/// <summary>The list of ALU operations. Codes that are not in it are skipped with fault ILLEGAL.</summary>
public static class AluOperations
{
    /// <summary>Bits of the alu_opcode field.</summary>
    public const int CodeWidth = 3;

    private static readonly AluOperation?[] ByCode = new AluOperation?[1 << CodeWidth];

    static AluOperations()
    {
        All =
        [
            AluOperation.Of<MinOperation>(),
            AluOperation.Of<MaxOperation>(),
            AluOperation.Of<AddOperation>(),
            AluOperation.Of<ShrOperation>(),
            AluOperation.Of<MulOperation>(),
        ];
        foreach (var operation in All)
        {
            if (ByCode[operation.Code] is { } other)
                throw new InvalidOperationException($"ALU operations {other} and {operation} have the same code {operation.Code}");
            ByCode[operation.Code] = operation;
        }
    }

    /// <summary>All operations.</summary>
    public static IReadOnlyList<AluOperation> All { get; }

    /// <summary>The operation of a code; null where it is not defined.</summary>
    public static AluOperation? Find(int code) => code >= 0 && code < ByCode.Length ? ByCode[code] : null;

    /// <summary>The operation of a name such as <c>SHR</c>; null where it is not defined.</summary>
    public static AluOperation? Find(string name) =>
        All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase));
}
