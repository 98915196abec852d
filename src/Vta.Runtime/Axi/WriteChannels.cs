using System.Numerics;
using System.Runtime.InteropServices;
using Vta.Hdl.Library.Axi;
using Vta.Isa.Memory;

namespace Vta.Runtime.Axi;

/// <summary>
/// The write half of <see cref="AxiMemory"/>. Data may come before its address. A burst is written when its response is first offered.
/// </summary>
internal sealed unsafe class WriteChannels : IDisposable
{
    /// <summary>Bursts without a response at most; a power of two.</summary>
    private const int BurstCapacity = 1024;

    private const int MaxBeatCapacity = 1 << 16;

    private readonly AxiPins pins;
    private readonly int wordsPerBeat;
    private readonly Dram dram;
    private readonly int latency;
    private readonly uint[] addresses = new uint[BurstCapacity];
    private readonly long[] due = new long[BurstCapacity];
    private readonly uint[] ends = new uint[BurstCapacity];
    private readonly uint beatCapacity;
    private readonly byte* data;
    private readonly byte[] strobes;
    private uint addressed;
    private uint completed;
    private uint answered;
    private uint beatsIn;
    private uint beatsOut;
    private bool offers;

    /// <param name="pins">The port.</param>
    /// <param name="busBytes">Bytes of a beat.</param>
    /// <param name="dram">What is written to.</param>
    /// <param name="latency">Extra cycles before a response.</param>
    public WriteChannels(AxiPins pins, int busBytes, Dram dram, int latency)
    {
        this.pins = pins;
        wordsPerBeat = busBytes / sizeof(ulong);
        this.dram = dram;
        this.latency = latency;

        // Enough for a beat in every cycle of the latency.
        beatCapacity = Math.Min(BitOperations.RoundUpToPowerOf2((uint)latency + BurstCapacity), MaxBeatCapacity);
        data = (byte*)NativeMemory.AlignedAlloc(beatCapacity * (nuint)busBytes, 64);
        strobes = new byte[beatCapacity * wordsPerBeat];
    }

    public long Transfers { get; private set; }

    public void Drive(long cycle, int stalled)
    {
        *pins.WriteAddressReady = (stalled & BusChannels.WriteAddress) == 0 && addressed - answered < BurstCapacity ? (byte)1 : (byte)0;
        *pins.WriteDataReady = (stalled & BusChannels.WriteData) == 0 && completed - answered < BurstCapacity && beatsIn - beatsOut < beatCapacity
            ? (byte)1 : (byte)0;

        // What was offered stays until it is taken.
        if (offers)
            return;
        if (answered != addressed && answered != completed && (stalled & BusChannels.Response) == 0 && due[answered % BurstCapacity] <= cycle)
            Offer();
        *pins.ResponseValid = offers ? (byte)1 : (byte)0;
    }

    public void Observe(long cycle)
    {
        if ((*pins.WriteAddressValid & *pins.WriteAddressReady) != 0)
        {
            addresses[addressed % BurstCapacity] = *pins.WriteAddress;
            due[addressed++ % BurstCapacity] = cycle + 1 + latency;
            Transfers++;
        }
        if ((*pins.WriteDataValid & *pins.WriteDataReady) != 0)
        {
            TakeBeat();
            if (*pins.WriteLast != 0)
            {
                ends[completed % BurstCapacity] = beatsIn;
                due[completed++ % BurstCapacity] = cycle + 1 + latency;
            }
            Transfers++;
        }
        if (offers && *pins.ResponseReady != 0)
        {
            offers = false;
            answered++;
            Transfers++;
        }
    }

    public void Dispose() => NativeMemory.AlignedFree(data);

    private void TakeBeat()
    {
        var slot = (int)(beatsIn++ % beatCapacity);
        var from = (ulong*)pins.WriteData;
        var to = (ulong*)data + slot * wordsPerBeat;
        for (var i = 0; i < wordsPerBeat; i++)
        {
            to[i] = from[i];
            strobes[slot * wordsPerBeat + i] = pins.WriteStrobe[i];
        }
    }

    /// <summary>Writes the burst that is next, and answers it.</summary>
    private void Offer()
    {
        offers = true;
        var address = addresses[answered % BurstCapacity];
        var fails = dram.HasErrors && dram.Fails(address);
        *pins.Response = fails ? (byte)AxiResponse.SlaveError : (byte)AxiResponse.Okay;
        for (var end = ends[answered % BurstCapacity]; beatsOut != end; beatsOut++, address += (uint)wordsPerBeat * sizeof(ulong))
        {
            if (!fails)
                Write(address, (int)(beatsOut % beatCapacity) * wordsPerBeat);
        }
    }

    private void Write(uint address, int slot)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(dram.WriteRun(address, wordsPerBeat * sizeof(ulong)));
        for (var i = 0; i < words.Length; i++)
        {
            var mask = ByteMask(strobes[slot + i]);
            words[i] = (words[i] & ~mask) | (((ulong*)data)[slot + i] & mask);
        }
    }

    /// <summary>A byte of ones for each bit that is set.</summary>
    private static ulong ByteMask(byte strobe)
    {
        const ulong Low7 = 0x7f7f_7f7f_7f7f_7f7f;

        // Bit i of the strobe, alone in byte i; then any bit of a byte becomes all of them.
        var spread = strobe * 0x0101_0101_0101_0101ul & 0x8040_2010_0804_0201;
        var ones = ((spread & Low7) + Low7 | spread) & ~Low7;
        return (ones << 1) - (ones >> 7);
    }
}
