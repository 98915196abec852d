namespace Vta.Runtime.Axi;

/// <summary>
/// Watches the memory port for the rules of AXI4: what is offered stays until taken; bursts keep within 4 KiB and are aligned; WLAST and RLAST mark
/// the right beats; data and responses belong to a burst; and nothing is under way when a run is over.
/// </summary>
internal sealed unsafe class AxiChecker(AxiPins pins, int busBytes)
{
    private const uint Boundary = 4096;

    private readonly AxiPins pins = pins;
    private readonly AxiChannel readAddress = new("AR", pins.ReadAddressValid, pins.ReadAddressReady,
        new AxiSignal("ARADDR", pins.ReadAddress, 4), new AxiSignal("ARLEN", pins.ReadLength, 1));
    private readonly AxiChannel readData = new("R", pins.ReadDataValid, pins.ReadDataReady,
        new AxiSignal("RDATA", pins.ReadData, busBytes), new AxiSignal("RRESP", pins.ReadResponse, 1), new AxiSignal("RLAST", pins.ReadLast, 1));
    private readonly AxiChannel writeAddress = new("AW", pins.WriteAddressValid, pins.WriteAddressReady,
        new AxiSignal("AWADDR", pins.WriteAddress, 4), new AxiSignal("AWLEN", pins.WriteLength, 1));
    private readonly AxiChannel writeData = new("W", pins.WriteDataValid, pins.WriteDataReady,
        new AxiSignal("WDATA", pins.WriteData, busBytes), new AxiSignal("WSTRB", pins.WriteStrobe, busBytes / 8), new AxiSignal("WLAST", pins.WriteLast, 1));
    private readonly AxiChannel response = new("B", pins.ResponseValid, pins.ResponseReady, new AxiSignal("BRESP", pins.Response, 1));

    private readonly Queue<int> readBeats = new();
    private readonly Queue<int> addressedBeats = new();
    private readonly Queue<int> earlyBeats = new();
    private int readBeat;
    private int writeBeat;
    private int unanswered;

    /// <summary>Looks at a settled cycle.</summary>
    /// <exception cref="HardwareException">A rule is broken.</exception>
    public void Observe(long cycle)
    {
        if (readAddress.Fires(cycle))
        {
            CheckBurst(cycle, "AR", *pins.ReadAddress, *pins.ReadLength);
            readBeats.Enqueue(*pins.ReadLength + 1);
        }
        if (readData.Fires(cycle))
            ReadBeat(cycle);
        if (writeAddress.Fires(cycle))
        {
            CheckBurst(cycle, "AW", *pins.WriteAddress, *pins.WriteLength);
            WriteAddressed(cycle, *pins.WriteLength + 1);
        }
        if (writeData.Fires(cycle))
            WriteBeat(cycle);
        if (response.Fires(cycle) && --unanswered < 0)
            throw AxiRule.Broken(cycle, "a write response without a burst that it answers");
    }

    /// <summary>Nothing may be under way once the accelerator says that the run is over.</summary>
    /// <exception cref="HardwareException">Something is.</exception>
    public void RequireIdle(long cycle)
    {
        if (readBeats.Count > 0)
            throw AxiRule.Broken(cycle, $"done with {readBeats.Count} read bursts under way");
        if (addressedBeats.Count > 0 || earlyBeats.Count > 0 || writeBeat > 0)
            throw AxiRule.Broken(cycle, $"done with {addressedBeats.Count} write addresses without data, {earlyBeats.Count} bursts without address");
        if (unanswered > 0)
            throw AxiRule.Broken(cycle, $"done with {unanswered} writes not answered");
        if (readAddress.IsOffered || writeAddress.IsOffered || writeData.IsOffered)
            throw AxiRule.Broken(cycle, "done while an address or data is offered");
    }

    private void CheckBurst(long cycle, string channel, uint address, int length)
    {
        if (address % busBytes != 0)
            throw AxiRule.Broken(cycle, $"{channel}ADDR 0x{address:x8} is not a multiple of {busBytes}");
        var bytes = (uint)(length + 1) * (uint)busBytes;
        if (address % Boundary + bytes > Boundary)
            throw AxiRule.Broken(cycle, $"{channel}ADDR 0x{address:x8} with {channel}LEN {length} ({bytes} bytes) crosses a 4 KiB border");
    }

    private void ReadBeat(long cycle)
    {
        if (!readBeats.TryPeek(out var beats))
            throw AxiRule.Broken(cycle, "read data without an address");
        CheckLast(cycle, "R", *pins.ReadLast != 0, ++readBeat, beats);
        if (readBeat == beats)
        {
            readBeats.Dequeue();
            readBeat = 0;
        }
    }

    /// <summary>A write address: of the burst that is next, unless data came first.</summary>
    private void WriteAddressed(long cycle, int beats)
    {
        if (earlyBeats.TryDequeue(out var sent))
            CheckLast(cycle, "W", true, sent, beats);
        else if (writeBeat >= beats && addressedBeats.Count == 0)
            throw AxiRule.Broken(cycle, $"WLAST is 0 in beat {writeBeat} of a burst of {beats}");
        else
            addressedBeats.Enqueue(beats);
    }

    private void WriteBeat(long cycle)
    {
        var isLast = *pins.WriteLast != 0;
        writeBeat++;
        var isAddressed = addressedBeats.TryPeek(out var beats);
        if (isAddressed)
            CheckLast(cycle, "W", isLast, writeBeat, beats);
        if (!isLast)
            return;
        if (isAddressed)
            addressedBeats.Dequeue();
        else
            earlyBeats.Enqueue(writeBeat);
        writeBeat = 0;
        unanswered++;
    }

    private static void CheckLast(long cycle, string channel, bool isLast, int beat, int beats)
    {
        if (isLast != (beat == beats))
            throw AxiRule.Broken(cycle, $"{channel}LAST is {(isLast ? 1 : 0)} in beat {beat} of a burst of {beats}");
    }
}
