namespace Vta.Compiler.Tilings.Timing;

/// <summary>Something that does one thing after the other.</summary>
internal abstract class UnitTiming
{
    /// <summary>The time of what does not happen before something else does.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>When it does the next thing.</summary>
    internal abstract long NextTime { get; }

    /// <summary>When all that it did so far is over.</summary>
    internal long Idle { get; private protected set; }

    /// <summary>Does the next thing, at <see cref="NextTime"/>.</summary>
    internal abstract void Step(long time);
}
