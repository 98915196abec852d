namespace Vta.Runtime.Axi;

/// <summary><see cref="MemoryModel.OneBurst"/>.</summary>
internal sealed class OneBurst : ReadyRule
{
    private const int Requests = BusChannels.ReadAddress | BusChannels.WriteAddress;

    private bool wroteLast;

    public override int Held(BusTraffic traffic)
    {
        // Data is taken for an address only.
        var data = traffic.AddressesAhead > 0 ? 0 : BusChannels.WriteData;
        if (traffic.Reads > 0 || traffic.Writes > 0)
        {
            wroteLast = traffic.Writes > 0;
            return Requests | data;
        }
        var turn = wroteLast ? BusChannels.ReadAddress : BusChannels.WriteAddress;
        var taken = traffic.Waits(turn) ? turn : traffic.Waiting & Requests;
        return (Requests & ~taken) | data;
    }
}
