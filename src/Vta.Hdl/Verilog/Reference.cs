using System.Numerics;

namespace Vta.Hdl.Verilog;

/// <summary>A loop variable in the position of a part: it moves the part by a number of bits for each lane.</summary>
internal readonly record struct LaneOffset(string Variable, int Stride, int Count);

/// <summary>A name, or a part of it that Verilog can select: at a constant position, or one that moves with the lanes of loops.</summary>
/// <param name="Name">The declared name.</param>
/// <param name="TotalWidth">Bits of all that the name stands for.</param>
/// <param name="Low">The lowest bit of the part in lane 0.</param>
/// <param name="Width">Bits of the part.</param>
/// <param name="Lanes">What the position depends on, outer loops first.</param>
internal sealed record Reference(string Name, int TotalWidth, int Low, int Width, IReadOnlyList<LaneOffset> Lanes)
{
    public static Reference Whole(string name, int width) => new(name, width, 0, width, []);

    public bool IsWhole => Lanes.Count == 0 && Width == TotalWidth;

    public Reference Part(int low, int width) => this with { Low = Low + low, Width = width };

    public Reference InLane(LaneOffset lane, int width) => this with { Width = width, Lanes = [.. Lanes, lane] };

    /// <summary>The bits of the name that are selected in some lane.</summary>
    public BigInteger Bits
    {
        get
        {
            var bits = Ir.Bits.Mask(Width) << Low;
            foreach (var lane in Lanes)
            {
                var all = BigInteger.Zero;
                for (var i = 0; i < lane.Count; i++)
                    all |= bits << (i * lane.Stride);
                bits = all;
            }
            return bits;
        }
    }

    public override string ToString()
    {
        if (IsWhole)
            return Name;
        if (Lanes.Count == 0)
            return Width == 1 ? $"{Name}[{Low}]" : $"{Name}[{Low + Width - 1}:{Low}]";
        var terms = Lanes.Select(l => l.Stride == 1 ? l.Variable : $"{l.Variable}*{l.Stride}");
        var position = string.Join(" + ", Low == 0 ? terms : terms.Append($"{Low}"));
        return Width == 1 ? $"{Name}[{position}]" : $"{Name}[{position} +: {Width}]";
    }
}
