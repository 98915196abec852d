namespace Vta.Hdl.Library.Axi;

/// <summary>
/// Registers that a host reads and writes over AXI4-Lite, byte by byte where it likes: word i at the address i times the bytes of a word. An access beyond
/// the last is answered with SLVERR, and does nothing.
/// </summary>
/// <param name="count">Number of registers, at least 1 (HW0011).</param>
/// <param name="addressWidth">Bits of a byte address, enough for all registers (HW0011).</param>
/// <param name="dataWidth">Bits of a register, 32 or 64 (HW0011).</param>
public sealed class AxiLiteRegisters(int count, int addressWidth, int dataWidth = 32) : Module
{
    /// <summary>The host's side.</summary>
    public readonly AxiLitePorts Bus = new(AxiRole.Slave, addressWidth, dataWidth, "s_axi");

    /// <summary>The registers; reset clears them.</summary>
    public readonly IReadOnlyList<UInt> Values = [.. Enumerable.Range(0, count).Select(i => Port.Out(UInt(dataWidth), $"value_{i}"))];

    /// <inheritdoc/>
    protected override string DefinitionName => $"AxiLiteRegisters_{count}x{dataWidth}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(count >= 1);
        Require(dataWidth is 32 or 64);
        Require(count <= 1L << (addressWidth - int.Log2(dataWidth / 8)));
        Parameter("count", count);
        var registers = Values.Select((_, i) => Reg(UInt(dataWidth), $"register_{i}")).ToArray();
        for (var i = 0; i < count; i++)
            Values[i].Set(registers[i]);
        Write(registers);
        AxiLiteAccess.Read(Bus, _ => Read(registers), ResponseAt);
    }

    private void Write(UInt[] registers)
    {
        var writes = AxiLiteAccess.Write(Bus, ResponseAt);
        var (data, strobe) = (Bus.WriteData.Payload.Data, Bus.WriteData.Payload.Strobe);
        for (var i = 0; i < registers.Length; i++)
        {
            var old = registers[i].AsVec(UInt(8));
            using (When(writes & IndexOf(Bus.WriteAddress.Payload.Address) == i))
                registers[i].Set(Lanes.Map(strobe.AsVec(UInt(1)), data.AsVec(UInt(8)), old, (s, d, o) => Mux(s.AsBool(), d, o)).AsUInt());
        }
    }

    private UInt Read(UInt[] registers)
    {
        var word = Wire(UInt(dataWidth));
        word.Set(0);
        var read = Switch(IndexOf(Bus.ReadAddress.Payload.Address));
        for (var i = 0; i < registers.Length; i++)
        {
            using (read.Case(i))
                word.Set(registers[i]);
        }
        return word;
    }

    private UInt IndexOf(UInt address) => address[addressWidth - 1, int.Log2(dataWidth / 8)];

    private UInt ResponseAt(UInt address)
    {
        var index = IndexOf(address);
        return Mux(index.Extend(index.Width + 1) < count, Lit(AxiResponse.Okay), Lit(AxiResponse.SlaveError));
    }
}
