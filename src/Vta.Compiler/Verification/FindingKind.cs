namespace Vta.Compiler.Verification;

/// <summary>What can be wrong with a lowered program.</summary>
public enum FindingKind
{
    /// <summary>A value is read after another took its place.</summary>
    Overwritten,

    /// <summary>A value is read that nothing has computed or loaded, or only in an iteration before.</summary>
    Unwritten,

    /// <summary>Two units use a place, one of them writes it, and no token says which is first.</summary>
    Unordered,

    /// <summary>Something beyond a buffer is used.</summary>
    Outside,

    /// <summary>A token is taken that nothing before gives, so that units may wait for ever, or one is left.</summary>
    Tokens,
}
