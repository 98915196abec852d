using System.Runtime.InteropServices;
using Vta.Hdl.Library.Axi;
using Vta.Isa.Memory;

namespace Vta.Runtime.Axi;

/// <summary>The read half of <see cref="AxiMemory"/>: bursts are answered in order, back to back.</summary>
internal sealed unsafe class ReadChannels(AxiPins pins, int busBytes, Dram dram, int latency)
{
    /// <summary>Bursts waiting at most; a power of two.</summary>
    private const int Capacity = 256;

    private readonly Burst[] bursts = new Burst[Capacity];
    private uint accepted;
    private uint answered;
    private int beat;
    private bool offers;

    public long Transfers { get; private set; }

    public void Drive(long cycle, int stalled)
    {
        *pins.ReadAddressReady = (stalled & BusChannels.ReadAddress) == 0 && accepted - answered < Capacity ? (byte)1 : (byte)0;

        // What was offered stays until it is taken.
        if (offers)
            return;
        if (accepted != answered && (stalled & BusChannels.ReadData) == 0 && bursts[answered % Capacity].Due <= cycle)
            Offer(bursts[answered % Capacity]);
        *pins.ReadDataValid = offers ? (byte)1 : (byte)0;
    }

    public void Observe(long cycle)
    {
        if ((*pins.ReadAddressValid & *pins.ReadAddressReady) != 0)
        {
            var address = *pins.ReadAddress;
            bursts[accepted++ % Capacity] = new Burst(address, *pins.ReadLength + 1, dram.HasErrors && dram.Fails(address), cycle + 1 + latency);
            Transfers++;
        }
        if (offers && *pins.ReadDataReady != 0)
        {
            offers = false;
            Transfers++;
            if (++beat == bursts[answered % Capacity].Beats)
            {
                beat = 0;
                answered++;
            }
        }
    }

    private void Offer(in Burst burst)
    {
        offers = true;
        *pins.ReadLast = beat + 1 == burst.Beats ? (byte)1 : (byte)0;
        *pins.ReadResponse = burst.Fails ? (byte)AxiResponse.SlaveError : (byte)AxiResponse.Okay;
        var data = (ulong*)pins.ReadData;
        var words = burst.Fails ? default : MemoryMarshal.Cast<byte, ulong>(dram.ReadRun(burst.Address + (uint)(beat * busBytes), busBytes));
        for (var i = 0; i < busBytes / sizeof(ulong); i++)
            data[i] = burst.Fails ? 0 : words[i];
    }

    /// <summary>A burst to be answered.</summary>
    /// <param name="Address">Byte address of the first beat.</param>
    /// <param name="Beats">Beats.</param>
    /// <param name="Fails">It is answered with an error.</param>
    /// <param name="Due">The first cycle in which data may be offered.</param>
    private readonly record struct Burst(uint Address, int Beats, bool Fails, long Due);
}
