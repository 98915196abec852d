using System.Numerics;
using Vta.Hdl.Library.Axi;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Host;

/// <summary>
/// The host's side of the register map: an AXI4-Lite slave of 32 bits. A word outside the map reads zero; writes to it, or to a register that can only
/// be read, do nothing.
/// </summary>
internal sealed class HostRegisters(VtaConfig config) : Module
{
    /// <summary>Bits of a byte address on the bus.</summary>
    public const int AddressWidth = 12;

    public readonly HostPorts Host = new("host");

    /// <summary>The host asks for a run.</summary>
    public readonly Bool Launch = Out();

    /// <summary>No run is under way. A launch before that is ignored.</summary>
    public readonly Bool Idle = In();
    public readonly Bool Done = In();

    /// <summary>What the core shows, by register.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Shown = RegisterMap.Of(config).Where(IsShown).ToDictionary(r => r, r => Port.In(UInt(r.Width), r.Name));

    /// <summary>What the host has written, by register.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Written =
        RegisterMap.Of(config).Where(IsWritten).ToDictionary(r => r, r => Port.Out(UInt(r.Width), r.Name));

    protected override void Build()
    {
        var answersWrite = Reg(reset: false);
        var writes = Let(Host.WriteAddress.Valid & Host.WriteData.Valid & !answersWrite);
        Host.WriteAddress.Ready.Set(writes);
        Host.WriteData.Ready.Set(writes);
        Host.WriteResponse.Valid.Set(answersWrite);
        Host.WriteResponse.Payload.Response.Set(Lit(AxiResponse.Okay));
        using (When(writes))
            answersWrite.Set(true);
        using (ElseWhen(Host.WriteResponse.Ready))
            answersWrite.Set(false);

        var written = Switch(WordOf(Host.WriteAddress.Payload.Address));
        foreach (var (register, output) in Written)
        {
            var value = Reg(UInt(register.Width), register.Name + "_value");
            output.Set(value);
            using (written.Case(register.Offset / 4))
            using (When(writes))
                value.Set(Host.WriteData.Payload.Data);
        }
        Launch.Set(writes & WordOf(Host.WriteAddress.Payload.Address) == RegisterMap.Control.Offset / 4 & Host.WriteData.Payload.Data[RegisterMap.LaunchBit] & Idle);

        var answersRead = Reg(reset: false);
        var readData = RegNoReset(UInt(32));
        Host.ReadAddress.Ready.Set(!answersRead);
        Host.ReadData.Valid.Set(answersRead);
        Host.ReadData.Payload.Data.Set(readData);
        Host.ReadData.Payload.Response.Set(Lit(AxiResponse.Okay));
        var reads = Let(Host.ReadAddress.Valid & !answersRead);
        using (When(reads))
        {
            answersRead.Set(true);
            readData.Set(0);
            var read = Switch(WordOf(Host.ReadAddress.Payload.Address));
            foreach (var (offset, value) in Words())
            {
                using (read.Case(offset / 4))
                    readData.Set(value);
            }
        }
        using (ElseWhen(Host.ReadData.Ready))
            answersRead.Set(false);
    }

    private static bool IsShown(Register register) => register.Access == RegisterAccess.ReadOnly && !IsConstant(register);

    private static bool IsWritten(Register register) => register.Access == RegisterAccess.ReadWrite && register != RegisterMap.Control;

    private static bool IsConstant(Register register) => register == RegisterMap.IsaVersion || register == RegisterMap.ConfigurationHash || register == RegisterMap.Capabilities;

    private static UInt WordOf(UInt address) => address[AddressWidth - 1, 2];

    /// <summary>Each word of the map and what it reads as.</summary>
    private IEnumerable<(int Offset, UInt Value)> Words()
    {
        foreach (var register in RegisterMap.Of(config))
        {
            if (register == RegisterMap.Control)
                yield return (register.Offset, Cat(Done, Lit(0, 1)).Extend(32));
            else if (register == RegisterMap.IsaVersion)
                yield return (register.Offset, Lit(InstructionLayout.IsaVersion, 32));
            else if (register == RegisterMap.ConfigurationHash)
                yield return (register.Offset, Lit(new BigInteger(config.ConfigurationHash), 32));
            else if (register == RegisterMap.Capabilities)
                yield return (register.Offset, Lit((int)config.Extensions, 32));
            else if (Written.TryGetValue(register, out var written))
                yield return (register.Offset, written);
            else if (register.Width == 32)
                yield return (register.Offset, Shown[register]);
            else
            {
                yield return (register.Offset, Shown[register][31, 0]);
                yield return (register.Offset + 4, Shown[register][63, 32]);
            }
        }
    }
}
