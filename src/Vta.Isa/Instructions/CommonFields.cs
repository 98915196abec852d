namespace Vta.Isa.Instructions;

/// <summary>The fields that every instruction begins with.</summary>
public sealed class CommonFields
{
    internal CommonFields()
    {
        var packer = new FieldPacker();
        Opcode = packer.Add("opcode", 3);
        PopPrev = packer.Add("pop_prev", 1);
        PopNext = packer.Add("pop_next", 1);
        PushPrev = packer.Add("push_prev", 1);
        PushNext = packer.Add("push_next", 1);
        All = packer.Fields;
    }

    public InstructionField Opcode { get; }

    public InstructionField PopPrev { get; }

    public InstructionField PopNext { get; }

    public InstructionField PushPrev { get; }

    public InstructionField PushNext { get; }

    /// <summary>All fields, in order of their bits.</summary>
    public IReadOnlyList<InstructionField> All { get; }
}
