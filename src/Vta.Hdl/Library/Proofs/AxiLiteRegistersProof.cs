using Vta.Hdl.Library.Axi;

namespace Vta.Hdl.Library.Proofs;

/// <summary><see cref="AxiLiteRegisters"/> keeps the rules of AXI4-Lite, and a read gives what was written. The prover chooses a register to follow.</summary>
public sealed class AxiLiteRegistersProof : Module
{
    private const int Registers = 3;
    private const int AddressWidth = 4;
    private const int DataWidth = 32;

    /// <summary>The host's side.</summary>
    public readonly AxiLitePorts Bus = new(AxiRole.Slave, AddressWidth, DataWidth, "s_axi");

    /// <summary>The register that is followed, chosen in the first cycle.</summary>
    public readonly UInt Choice = In(UInt(2));

    /// <inheritdoc/>
    protected override void Build()
    {
        var registers = Instance(new AxiLiteRegisters(Registers, AddressWidth, DataWidth));
        registers.Bus.Connect(Bus);
        AxiLiteRules.Check(Bus, assumed: AxiRole.Master);

        var isChosen = Reg(reset: false);
        var chosen = Reg(Choice.TypeOf());
        isChosen.Set(true);
        using (When(!isChosen))
            chosen.Set(Choice);

        // What the register has to hold, byte by byte.
        var written = Reg(UInt(DataWidth));
        var (address, data) = (Bus.WriteAddress.Payload.Address, Bus.WriteData.Payload);
        using (When(Bus.WriteData.Fire & IndexOf(address) == chosen & isChosen))
            written.Set(Cat([.. Enumerable.Range(0, DataWidth / 8).Reverse().Select(i => Mux(data.Strobe[i], Byte(data.Data, i), Byte(written, i)))]));

        var isRead = Reg(reset: false);
        var expected = RegNoReset(UInt(DataWidth));
        using (When(Bus.ReadAddress.Fire))
        {
            isRead.Set(isChosen & IndexOf(Bus.ReadAddress.Payload.Address) == chosen & chosen < Registers);
            expected.Set(written);
        }
        Assume(isChosen | !Bus.WriteData.Valid, "nothing is written before a register is chosen");
        Assert(!(isRead & Bus.ReadData.Valid) | Bus.ReadData.Payload.Data == expected, "a read gives what was written last");
        Cover(isRead & Bus.ReadData.Fire & Bus.ReadData.Payload.Data == 0x1234, "a register is read that was written");
        Cover(Bus.WriteResponse.Fire & Bus.WriteResponse.Payload.Response == (int)AxiResponse.SlaveError, "a write beyond the last register");
    }

    private static UInt IndexOf(UInt address) => address[AddressWidth - 1, 2];

    private static UInt Byte(UInt word, int index) => word[(8 * index) + 7, 8 * index];
}
