using System.Runtime.CompilerServices;
using Vta.Isa.Launch;

namespace Vta.Hardware.Control;

/// <summary>A fault that a unit raises in this cycle.</summary>
/// <param name="kinds">The kinds that its source can raise.</param>
internal sealed class Fault(Faults kinds) : Bundle
{
    public readonly Bool? OutOfRange = kinds.HasFlag(Faults.Index) ? Field(Bool()) : null;
    public readonly Bool? Illegal = kinds.HasFlag(Faults.Illegal) ? Field(Bool()) : null;
    public readonly Bool? Bus = kinds.HasFlag(Faults.Bus) ? Field(Bool()) : null;

    /// <summary>Program index of the instruction.</summary>
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    /// <summary>The kinds that its source can raise.</summary>
    public Faults Kinds => kinds;

    /// <summary>A bit for each kind that its source can raise.</summary>
    public IEnumerable<Bool> Raised => new[] { OutOfRange, Illegal, Bus }.OfType<Bool>();

    public static BundleType<Fault> Type(Faults kinds) => BundleOf(() => new Fault(kinds));

    /// <summary>Sets all of it, at the place of the caller: a condition for each kind that its source can raise.</summary>
    /// <exception cref="ArgumentException">A kind has no condition, or a condition is of a kind that its source cannot raise.</exception>
    public void Set(
        UInt index, Bool? outOfRange = null, Bool? illegal = null, Bool? bus = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        (Bool? Kind, Bool? Condition)[] pairs = [(OutOfRange, outOfRange), (Illegal, illegal), (Bus, bus)];
        foreach (var (kind, condition) in pairs)
        {
            if (kind is null != condition is null)
                throw new ArgumentException($"a source of the faults {kinds} gives a condition for each of them, and for no other");
            kind?.Set(condition!, file, line);
        }
        Index.Set(index, file, line);
    }
}
