using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>The clocks of a design by number: sets of them are the bits of a number.</summary>
internal sealed class ClockSet
{
    private readonly IReadOnlyList<ClockDomain> _clocks;

    /// <exception cref="NotSupportedException">There are more than 64.</exception>
    public ClockSet(IReadOnlyList<ClockDomain> clocks)
    {
        if (clocks.Count > 64)
            throw new NotSupportedException($"a design has up to 64 clocks, not {clocks.Count}");
        _clocks = clocks;
        All = clocks.Count == 64 ? ulong.MaxValue : (1UL << clocks.Count) - 1;
    }

    /// <summary>All clocks.</summary>
    public ulong All { get; }

    /// <summary>One clock alone.</summary>
    /// <exception cref="ArgumentException">The design does not have it.</exception>
    public ulong Only(ClockDomain clock)
    {
        for (var i = 0; i < _clocks.Count; i++)
        {
            if (_clocks[i] == clock)
                return 1UL << i;
        }
        throw Unknown(clock.Name);
    }

    /// <summary>The clock of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ClockDomain Named(string name) => _clocks.FirstOrDefault(c => c.Name == name) ?? throw Unknown(name);

    private ArgumentException Unknown(string name) =>
        new($"the design has no clock '{name}'; it has {(_clocks.Count == 0 ? "none" : string.Join(" and ", _clocks))}");
}
