namespace Vta.Runtime.Axi;

/// <summary>What came over the memory port up to the last cycle, for a memory that decides by it when it is ready.</summary>
internal sealed unsafe class BusTraffic(AxiPins pins)
{
    private readonly AxiPins pins = pins;

    /// <summary>Channels, a bit of <see cref="BusChannels"/> each, on which something was offered in the last cycle and is offered still.</summary>
    public int Waiting { get; private set; }

    /// <summary>Channels on which something was taken in the last cycle.</summary>
    public int Fired { get; private set; }

    /// <summary>Read bursts whose last data is not taken yet.</summary>
    public int Reads { get; private set; }

    /// <summary>Write bursts whose response is not taken yet, but for those of which no address was taken.</summary>
    public int Writes { get; private set; }

    /// <summary>Write addresses taken, less bursts whose data was all taken.</summary>
    public int AddressesAhead { get; private set; }

    /// <summary>Some data of a write burst was taken, and more of it is to come.</summary>
    public bool IsWithinData { get; private set; }

    /// <summary>Looks at a settled cycle.</summary>
    public void Observe()
    {
        Waiting = Fired = 0;
        Look(BusChannels.ReadAddress, *pins.ReadAddressValid, *pins.ReadAddressReady);
        Look(BusChannels.ReadData, *pins.ReadDataValid, *pins.ReadDataReady);
        Look(BusChannels.WriteAddress, *pins.WriteAddressValid, *pins.WriteAddressReady);
        Look(BusChannels.WriteData, *pins.WriteDataValid, *pins.WriteDataReady);
        Look(BusChannels.Response, *pins.ResponseValid, *pins.ResponseReady);
        if (HasFired(BusChannels.ReadAddress))
            Reads++;
        if (HasFired(BusChannels.ReadData) && *pins.ReadLast != 0)
            Reads--;
        if (HasFired(BusChannels.WriteAddress))
        {
            Writes++;
            AddressesAhead++;
        }
        if (HasFired(BusChannels.WriteData))
        {
            IsWithinData = *pins.WriteLast == 0;
            AddressesAhead -= IsWithinData ? 0 : 1;
        }
        if (HasFired(BusChannels.Response))
            Writes--;
    }

    /// <summary>Whether something waits on all of these channels.</summary>
    public bool Waits(int channels) => (Waiting & channels) == channels;

    private bool HasFired(int channel) => (Fired & channel) != 0;

    private void Look(int channel, byte valid, byte ready)
    {
        if (valid == 0)
            return;
        if (ready != 0)
            Fired |= channel;
        else
            Waiting |= channel;
    }
}
