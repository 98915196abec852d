using System.Collections;

namespace Vta.Isa.Alu;

/// <summary>The operations that an ALU has, in the order of their codes. Other codes are skipped with fault ILLEGAL. Immutable.</summary>
public sealed class AluOperations : IReadOnlyList<AluOperation>
{
    /// <summary>Bits of the alu_opcode field.</summary>
    public const int CodeWidth = 3;

    private readonly IReadOnlyList<AluOperation> all;

    private AluOperations(IEnumerable<AluOperation> operations) => all = [.. operations.OrderBy(operation => operation.Code)];

    /// <summary>VTA's own.</summary>
    public static AluOperations Standard { get; } = new AluOperations([]).With<MinOperation>().With<MaxOperation>().With<AddOperation>().With<ShrOperation>().With<MulOperation>();

    public int Count => all.Count;

    public AluOperation this[int index] => all[index];

    /// <summary>The operation of a code; null where it is not defined.</summary>
    public AluOperation? Find(int code) => all.FirstOrDefault(operation => operation.Code == code);

    /// <summary>The operation of a name such as <c>SHR</c>; null where it is not defined.</summary>
    public AluOperation? Find(string name) =>
        all.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>These operations and one more.</summary>
    /// <exception cref="VtaInputException">Its code or its name is taken, or cannot be used.</exception>
    public AluOperations With<TOperation>()
        where TOperation : struct, IAluOperation
    {
        var added = AluOperation.Of<TOperation>();
        if (!IsIdentifier(added.Name))
            throw new VtaInputException($"an ALU operation has the name \"{added.Name}\"; it has to be a letter, then letters, digits and underscores");
        if (Find(added.Name) is { } namesake)
            throw new VtaInputException($"there is an ALU operation {namesake} already; its code is {namesake.Code}");
        if (added.Code is < 0 or >= 1 << CodeWidth)
            throw new VtaInputException($"ALU operation {added} has the code {added.Code}, which does not fit the {CodeWidth} bits of alu_opcode; {FreeCodes}");
        if (Find(added.Code) is { } other)
            throw new VtaInputException($"ALU operation {added} has the code {added.Code}, which is that of {other}; {FreeCodes}");
        return new AluOperations(all.Append(added));
    }

    public IEnumerator<AluOperation> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", all);

    private string FreeCodes => Enumerable.Range(0, 1 << CodeWidth).Where(code => Find(code) is null).ToList() is { Count: > 0 } free
        ? $"free are {string.Join(", ", free)}"
        : "none is free";

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
