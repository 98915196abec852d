using Vta.Runtime.Axi;
using Vta.Runtime.Registers;

namespace Vta.Runtime.Rtl;

/// <summary>The host as an AXI4-Lite master: one access at a time, and the rules of the protocol checked on the way.</summary>
internal sealed unsafe class AxiLiteHost(AxiLitePins pins, AcceleratorClock clock) : IRegisterBus
{
    /// <summary>No accelerator takes this long to answer.</summary>
    private const int Patience = 1000;

    private readonly AxiLitePins pins = pins;
    private readonly AxiChannel readData = new("s_axi R", pins.ReadDataValid, pins.ReadDataReady, new AxiSignal("s_axi RDATA", pins.ReadData, 4));
    private readonly AxiChannel response = new("s_axi B", pins.WriteResponseValid, pins.WriteResponseReady);
    private bool addressTaken;
    private bool dataTaken;
    private bool answered;
    private uint answer;

    public uint Read(int offset)
    {
        Begin();
        *pins.ReadAddress = (ushort)offset;
        *pins.ReadAddressValid = 1;
        *pins.ReadDataReady = 1;
        for (var cycles = 0; !answered; cycles++)
        {
            if (cycles == Patience)
                throw AxiRule.Broken(clock.Cycle, $"a read of register 0x{offset:x2} is not answered");
            clock.Run(ObserveRead);
            *pins.ReadAddressValid = addressTaken ? (byte)0 : (byte)1;
        }
        *pins.ReadDataReady = 0;
        return answer;
    }

    public void Write(int offset, uint value)
    {
        Begin();
        *pins.WriteAddress = (ushort)offset;
        *pins.WriteAddressValid = 1;
        *pins.WriteData = value;
        *pins.WriteDataValid = 1;
        *pins.WriteResponseReady = 1;
        for (var cycles = 0; !answered; cycles++)
        {
            if (cycles == Patience)
                throw AxiRule.Broken(clock.Cycle, $"a write to register 0x{offset:x2} is not answered");
            clock.Run(ObserveWrite);
            *pins.WriteAddressValid = addressTaken ? (byte)0 : (byte)1;
            *pins.WriteDataValid = dataTaken ? (byte)0 : (byte)1;
        }
        *pins.WriteResponseReady = 0;
    }

    private void Begin() => addressTaken = dataTaken = answered = false;

    private void ObserveRead(long cycle)
    {
        var isAsked = addressTaken;
        addressTaken |= *pins.ReadAddressReady != 0;
        if (!readData.Fires(cycle))
            return;
        if (!isAsked)
            throw AxiRule.Broken(cycle, "register data is offered before its address is taken");
        answered = true;
        answer = *pins.ReadData;
    }

    private void ObserveWrite(long cycle)
    {
        var isAsked = addressTaken && dataTaken;
        addressTaken |= *pins.WriteAddressReady != 0;
        dataTaken |= *pins.WriteDataReady != 0;
        if (!response.Fires(cycle))
            return;
        if (!isAsked)
            throw AxiRule.Broken(cycle, "a register write is answered before its address and data are taken");
        answered = true;
    }
}
