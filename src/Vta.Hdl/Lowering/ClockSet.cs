using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>The clocks of a design by number: sets of them are the bits of a number.</summary>
internal sealed class ClockSet
{
    private readonly IReadOnlyList<ClockDomain> _clocks;

    /// <param name="clocks">The clocks.</param>
    /// <param name="isDriven">True for a clock whose edges the design decides on.</param>
    /// <exception cref="NotSupportedException">There are more than 64.</exception>
    public ClockSet(IReadOnlyList<ClockDomain> clocks, Predicate<ClockDomain> isDriven)
    {
        if (clocks.Count > 64)
            throw new NotSupportedException($"a design has up to 64 clocks, not {clocks.Count}");
        _clocks = clocks;
        Free = [.. clocks.Where(c => !isDriven(c))];
        AllFree = Free.Aggregate(0UL, (set, clock) => set | Only(clock));
    }

    /// <summary>The clocks whose edges the design does not decide on: whoever simulates does.</summary>
    public IReadOnlyList<ClockDomain> Free { get; }

    /// <summary>All <see cref="Free"/> clocks.</summary>
    public ulong AllFree { get; }

    /// <summary>One clock alone.</summary>
    /// <exception cref="ArgumentException">The design does not have it.</exception>
    public ulong Only(ClockDomain clock) => Has(clock) ?? throw Unknown(clock.Name);

    /// <summary>One clock alone, where the design does not decide on its edges.</summary>
    /// <exception cref="ArgumentException">The design does not have it, or decides.</exception>
    public ulong OnlyFree(ClockDomain clock)
    {
        var only = Only(clock);
        return (only & AllFree) != 0 ? only : throw new ArgumentException($"the clock '{clock}' is made by the design, which decides on its edges");
    }

    /// <summary>One clock alone; null where the design does not have it.</summary>
    public ulong? Has(ClockDomain clock)
    {
        for (var i = 0; i < _clocks.Count; i++)
        {
            if (_clocks[i] == clock)
                return 1UL << i;
        }
        return null;
    }

    /// <summary>The clock of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ClockDomain Named(string name) => _clocks.FirstOrDefault(c => c.Name == name) ?? throw Unknown(name);

    private ArgumentException Unknown(string name) =>
        new($"the design has no clock '{name}'; it has {(_clocks.Count == 0 ? "none" : string.Join(" and ", _clocks))}");
}
