using System.Numerics;

namespace Vta.Hdl.Verilog;

/// <summary>Which bits of the declared names are read by what is written.</summary>
internal sealed class BitUsage
{
    private readonly Dictionary<string, BigInteger> _used = [];

    public void Read(Reference reference)
    {
        var used = _used.GetValueOrDefault(reference.Name);
        _used[reference.Name] = used | (reference.IsWhole ? Ir.Bits.Mask(reference.Width) : reference.Bits);
    }

    /// <summary>The parts of a name that nothing reads, the highest first.</summary>
    public IEnumerable<Reference> Unread(string name, int width)
    {
        var used = _used.GetValueOrDefault(name);
        if (used == Ir.Bits.Mask(width))
            yield break;
        var high = width - 1;
        while (high >= 0)
        {
            if (!((used >> high) & 1).IsZero)
            {
                high--;
                continue;
            }
            var low = high;
            while (low > 0 && ((used >> (low - 1)) & 1).IsZero)
                low--;
            yield return new(name, width, low, high - low + 1, []);
            high = low - 1;
        }
    }
}
