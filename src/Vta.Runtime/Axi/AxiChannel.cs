namespace Vta.Runtime.Axi;

/// <summary>Watches a channel for the rule that every channel has: what is offered stays as it is until it is taken.</summary>
internal sealed unsafe class AxiChannel
{
    private readonly string name;
    private readonly byte* valid;
    private readonly byte* ready;
    private readonly AxiSignal[] payload;
    private readonly byte[] offered;
    private bool waits;

    /// <param name="name">Prefix of the channel's signals, such as AR.</param>
    /// <param name="valid">Its valid signal.</param>
    /// <param name="ready">Its ready signal.</param>
    /// <param name="payload">The other signals.</param>
    public AxiChannel(string name, byte* valid, byte* ready, params AxiSignal[] payload)
    {
        this.name = name;
        this.valid = valid;
        this.ready = ready;
        this.payload = payload;
        offered = new byte[payload.Sum(signal => signal.Bytes)];
    }

    /// <summary>Something is offered, or was in the cycle before and had to stay.</summary>
    public bool IsOffered => *valid != 0;

    /// <summary>Looks at a settled cycle: whether the channel hands something over in it.</summary>
    /// <exception cref="HardwareException">The rule is broken.</exception>
    public bool Fires(long cycle)
    {
        if (waits)
            CheckUnchanged(cycle);
        if (*valid == 0)
            return false;
        waits = *ready == 0;
        if (waits)
            Keep();
        return !waits;
    }

    private void Keep()
    {
        var to = offered.AsSpan();
        foreach (var signal in payload)
        {
            signal.Value.CopyTo(to);
            to = to[signal.Bytes..];
        }
    }

    private void CheckUnchanged(long cycle)
    {
        if (*valid == 0)
            throw AxiRule.Broken(cycle, $"{name}VALID was withdrawn before {name}READY");
        var before = offered.AsSpan();
        foreach (var signal in payload)
        {
            if (!signal.Value.SequenceEqual(before[..signal.Bytes]))
                throw AxiRule.Broken(cycle, $"{signal.Name} changed from {Hex(before[..signal.Bytes])} to {Hex(signal.Value)} while {name}VALID waits for {name}READY");
            before = before[signal.Bytes..];
        }
    }

    private static string Hex(ReadOnlySpan<byte> value)
    {
        var bigEndian = value.ToArray();
        Array.Reverse(bigEndian);
        return $"0x{Convert.ToHexStringLower(bigEndian)}";
    }
}
