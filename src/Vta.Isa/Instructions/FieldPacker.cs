namespace Vta.Isa.Instructions;

/// <summary>Places fields one after the other from bit 0; one that would straddle a 64-bit word starts at the next word.</summary>
internal sealed class FieldPacker
{
    private const int WordBits = 64;

    private readonly List<InstructionField> fields = [];
    private int next;

    internal FieldPacker(IEnumerable<InstructionField>? first = null)
    {
        fields.AddRange(first ?? []);
        next = fields.Count == 0 ? 0 : fields[^1].End;
    }

    /// <summary>All fields placed so far, in order.</summary>
    internal IReadOnlyList<InstructionField> Fields => fields;

    internal InstructionField Add(string name, int width, bool isSigned = false)
    {
        if (next / WordBits != (next + width - 1) / WordBits)
            next = (next / WordBits + 1) * WordBits;
        var field = new InstructionField(name, next, width, isSigned);
        fields.Add(field);
        next = field.End;
        return field;
    }
}
