using Vta.Hdl.Library.Axi;

namespace Vta.Hdl.Library.Proofs;

/// <summary><see cref="Axi4Memory"/> keeps the rules of AXI4, whatever bursts a master asks for that keeps them, too.</summary>
public sealed class Axi4MemoryProof : Module
{
    /// <summary>What holds for short bursts holds for long ones: they only are counted farther.</summary>
    private static readonly Axi4Shape s_shape = new(AddressWidth: 4, DataWidth: 8, LengthWidth: 2);

    /// <summary>The master's side.</summary>
    public readonly Axi4Ports Bus = new(AxiRole.Slave, s_shape, "s_axi");

    /// <inheritdoc/>
    protected override void Build()
    {
        var memory = Instance(new Axi4Memory(s_shape, words: 4));
        memory.Bus.Connect(Bus);
        Axi4Rules.Check(Bus, assumed: AxiRole.Master, limit: 1);
        Cover(Bus.ReadData.Fire & Bus.ReadData.Payload.Last & Bus.ReadData.Payload.Data == 0x12, "the last beat of a read shows what was written");
        Cover(Bus.WriteResponse.Fire & Bus.WriteResponse.Payload.Id == 1, "a write is answered");
    }
}
