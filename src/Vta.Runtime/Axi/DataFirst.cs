namespace Vta.Runtime.Axi;

/// <summary><see cref="MemoryModel.DataFirst"/>.</summary>
internal sealed class DataFirst : ReadyRule
{
    public override int Held(BusTraffic traffic) => traffic.AddressesAhead < 0 ? BusChannels.WriteData : BusChannels.WriteAddress;
}
