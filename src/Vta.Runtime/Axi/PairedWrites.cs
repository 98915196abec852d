namespace Vta.Runtime.Axi;

/// <summary><see cref="MemoryModel.PairedWrites"/>.</summary>
internal sealed class PairedWrites : ReadyRule
{
    private const int Pair = BusChannels.WriteAddress | BusChannels.WriteData;

    public override int Held(BusTraffic traffic)
    {
        // Of the pair, one may be taken before the other where that one stalls.
        if (traffic.AddressesAhead > 0)
            return BusChannels.WriteAddress;
        if (traffic.AddressesAhead < 0 || traffic.IsWithinData)
            return BusChannels.WriteData;
        return traffic.Waits(Pair) ? 0 : Pair;
    }
}
