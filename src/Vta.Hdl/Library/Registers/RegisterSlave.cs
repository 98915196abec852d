namespace Vta.Hdl.Library.Registers;

/// <summary>
/// The registers of a map behind some bus. The ports of a field are called after register and field; bytes that the host does not write keep what they have.
/// </summary>
/// <param name="map">What the host sees.</param>
/// <param name="addressWidth">Bits of a byte address on the bus; the two lowest make no difference.</param>
/// <param name="bus">The bus, in the name of the module.</param>
public abstract class RegisterSlave(RegisterMap map, int addressWidth, string bus) : Module
{
    /// <summary>What the hardware tells, for fields that are read-only (their value) or write-one-to-clear (the bits to set).</summary>
    public IReadOnlyDictionary<RegisterField, UInt> Inputs { get; } = map.Fields.Where(f => f.Field.IsInput).ToDictionary(
        f => f.Field, f => Port.In(UInt(f.Field.Width), NameOf(f) + (f.Field.IsOutput ? "_set" : "")));

    /// <summary>
    /// What the hardware is told, for fields that are read-write, write-one-to-clear (their value) or pulses (the bits that are written as one), from the cycle
    /// after the write on.
    /// </summary>
    public IReadOnlyDictionary<RegisterField, UInt> Outputs { get; } = map.Fields.Where(f => f.Field.IsOutput).ToDictionary(
        f => f.Field, f => Port.Out(UInt(f.Field.Width), NameOf(f)));

    /// <summary>High in the cycle after a write of any byte, for registers with strobes: when the hardware sees the new values.</summary>
    public IReadOnlyDictionary<Register, Bool> Written { get; } =
        WithStrobes(map).ToDictionary(r => r, r => Port.Out(Bool(), r.Name + "_written"));

    /// <summary>High in the cycle in which the host's read takes the value, for registers with strobes.</summary>
    public IReadOnlyDictionary<Register, Bool> Taken { get; } =
        WithStrobes(map).ToDictionary(r => r, r => Port.Out(Bool(), r.Name + "_taken"));

    /// <summary>The values of what the host can write, in each register.</summary>
    private readonly Dictionary<RegisterField, UInt> _values = [];

    /// <inheritdoc/>
    protected override string DefinitionName => map.Name + bus;

    /// <summary>Describes what writes do: in a cycle, at a byte address, of a word, with a bit for each byte.</summary>
    private protected void Write(Bool writes, UInt address, UInt data, UInt strobe)
    {
        Require(addressWidth >= map.AddressWidth);
        var mask = Let(Cat([.. Enumerable.Range(0, Register.Bytes).Reverse().Select(i => strobe[i].AsUInt().Repeat(8))]));
        foreach (var register in map.Registers.Where(r => r.IsWritable))
        {
            var isWritten = Let(writes & IsAt(register, address), register.Name + "_selected");
            if (register.HasStrobes)
                Written[register].Set(RegNextReset(isWritten & strobe.Any(), register.Name + "_strobe"));
            foreach (var field in register.Fields.Where(f => f.IsOutput))
                WriteField(register, field, isWritten, data[field.Offset + field.Width - 1, field.Offset], mask[field.Offset + field.Width - 1, field.Offset]);
        }
    }

    /// <summary>What a read in a cycle gives, after <see cref="Write"/>; zero where there is no register.</summary>
    private protected UInt Read(Bool reads, UInt address)
    {
        var word = Wire(UInt(Register.Width));
        word.Set(0);
        var place = Switch(IndexOf(address));
        foreach (var register in map.Registers.Where(r => r.IsReadable))
        {
            using (place.Case(register.Offset / Register.Bytes))
                word.Set(ValueOf(register));
            if (register.HasStrobes)
                Taken[register].Set(reads & IsAt(register, address));
        }
        return word;
    }

    /// <summary>True where there is a register.</summary>
    private protected Bool IsKnown(UInt address) => map.Registers.Select(r => IsAt(r, address)).Aggregate((a, b) => a | b);

    private static IEnumerable<Register> WithStrobes(RegisterMap map) => map.Registers.Where(r => r.HasStrobes);

    private static string NameOf((Register Register, RegisterField Field) f) => $"{f.Register.Name}_{f.Field.Name}";

    private void WriteField(Register register, RegisterField field, Bool isWritten, UInt data, UInt mask)
    {
        var value = Reg(UInt(field.Width), field.Reset, NameOf((register, field)) + "_value");
        switch (field.Access)
        {
            case FieldAccess.ReadWrite:
                using (When(isWritten))
                    value.Set((data & mask) | (value & ~mask));
                break;
            case FieldAccess.WriteOneToClear:
                value.Set(Inputs[field] | Mux(isWritten, value & ~(data & mask), value));
                break;
            default:
                value.Set(Mux(isWritten, data & mask, 0));
                break;
        }
        Outputs[field].Set(value);
        _values.Add(field, value);
    }

    private UInt ValueOf(Register register)
    {
        var parts = new List<UInt>();
        var end = 0;
        foreach (var field in register.Fields.Where(f => f.Access != FieldAccess.Pulse).OrderBy(f => f.Offset))
        {
            AddZeros(field.Offset);
            parts.Add(field.Access switch
            {
                FieldAccess.Constant => Lit(field.Reset, field.Width),
                FieldAccess.ReadOnly => Inputs[field],
                _ => _values[field],
            });
            end = field.Offset + field.Width;
        }
        AddZeros(Register.Width);
        parts.Reverse();
        return Cat([.. parts]);

        void AddZeros(int to)
        {
            if (to > end)
                parts.Add(UInt(to - end).Zero);
        }
    }

    private UInt IndexOf(UInt address) => address[addressWidth - 1, int.Log2(Register.Bytes)];

    private Bool IsAt(Register register, UInt address) => IndexOf(address) == register.Offset / Register.Bytes;
}
