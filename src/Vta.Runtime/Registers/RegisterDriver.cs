using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Runtime.Registers;

/// <summary>Drives an accelerator through its registers: makes sure that it is the right one, launches, waits, reads the result.</summary>
internal sealed class RegisterDriver
{
    private readonly IRegisterBus bus;

    /// <param name="bus">The way to the registers.</param>
    /// <param name="config">What the accelerator has to be built for.</param>
    /// <exception cref="VtaInputException">It is another one.</exception>
    public RegisterDriver(IRegisterBus bus, VtaConfig config)
    {
        this.bus = bus;
        Require("instruction set version", bus.Read(RegisterMap.IsaVersion.Offset), InstructionLayout.IsaVersion, "");
        Require("capabilities", bus.Read(RegisterMap.Capabilities.Offset), (uint)config.Extensions, $" ({config.Extensions})");
        Require("configuration hash", bus.Read(RegisterMap.ConfigurationHash.Offset), config.ConfigurationHash, $" ({config.Bitstream})");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="request">The launch.</param>
    /// <param name="wait">Lets some time pass; called until the accelerator is done.</param>
    public LaunchResult Launch(LaunchRequest request, Action wait)
    {
        bus.Write(RegisterMap.InstructionAddress.Offset, request.InstructionAddress);
        bus.Write(RegisterMap.InstructionCount.Offset, request.InstructionCount);
        bus.Write(RegisterMap.UopBase.Offset, request.Bases.Uop);
        bus.Write(RegisterMap.InpBase.Offset, request.Bases.Inp);
        bus.Write(RegisterMap.WgtBase.Offset, request.Bases.Wgt);
        bus.Write(RegisterMap.AccBase.Offset, request.Bases.Acc);
        bus.Write(RegisterMap.OutBase.Offset, request.Bases.Out);
        bus.Write(RegisterMap.Control.Offset, 1u << RegisterMap.LaunchBit);
        while ((bus.Read(RegisterMap.Control.Offset) >> RegisterMap.DoneBit & 1) == 0)
            wait();
        return RegisterReader.Result(bus.Read);
    }

    /// <summary>What changes while a run goes on, whatever else passes with time: cycles with work, of each unit.</summary>
    public IReadOnlyList<uint> Progress() =>
        [.. Enum.GetValues<Unit>().Select(unit => bus.Read(RegisterMap.CyclesOf(unit, UnitActivity.Busy).Offset))];

    private static void Require(string what, uint found, uint expected, string meaning)
    {
        if (found != expected)
            throw new VtaInputException($"the device has {what} 0x{found:x8}, this runtime needs 0x{expected:x8}{meaning}");
    }
}
