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
        Read(registers);
    }

    private void Write(UInt[] registers)
    {
        var answers = Reg(reset: false);
        var response = Reg(EnumOf<AxiResponse>());
        var writes = Let(Bus.WriteAddress.Valid & Bus.WriteData.Valid & !answers);
        Bus.WriteAddress.Ready.Set(writes);
        Bus.WriteData.Ready.Set(writes);
        Bus.WriteResponse.Valid.Set(answers);
        Bus.WriteResponse.Payload.Response.Set(response);
        using (When(writes))
        {
            answers.Set(true);
            response.Set(ResponseAt(Bus.WriteAddress.Payload));
        }
        using (ElseWhen(Bus.WriteResponse.Ready))
            answers.Set(false);

        var (data, strobe) = (Bus.WriteData.Payload.Data, Bus.WriteData.Payload.Strobe);
        for (var i = 0; i < registers.Length; i++)
        {
            var old = registers[i].AsVec(UInt(8));
            using (When(writes & IndexOf(Bus.WriteAddress.Payload) == i))
                registers[i].Set(Lanes.Map(strobe.AsVec(UInt(1)), data.AsVec(UInt(8)), old, (s, d, o) => Mux(s.AsBool(), d, o)).AsUInt());
        }
    }

    private void Read(UInt[] registers)
    {
        var answers = Reg(reset: false);
        var answer = RegNoReset(AxiLiteReadData.Type(dataWidth));
        Bus.ReadAddress.Ready.Set(!answers);
        Bus.ReadData.Valid.Set(answers);
        Bus.ReadData.Payload.Set(answer);
        using (When(Bus.ReadAddress.Fire))
        {
            answers.Set(true);
            answer.Response.Set(ResponseAt(Bus.ReadAddress.Payload));
            answer.Data.Set(0);
            var read = Switch(IndexOf(Bus.ReadAddress.Payload));
            for (var i = 0; i < registers.Length; i++)
            {
                using (read.Case(i))
                    answer.Data.Set(registers[i]);
            }
        }
        using (ElseWhen(Bus.ReadData.Ready))
            answers.Set(false);
    }

    private UInt IndexOf(AxiLiteAddress address) => address.Address[addressWidth - 1, int.Log2(dataWidth / 8)];

    private UInt ResponseAt(AxiLiteAddress address)
    {
        var index = IndexOf(address);
        return Mux(index.Extend(index.Width + 1) < count, Lit(AxiResponse.Okay), Lit(AxiResponse.SlaveError));
    }
}
