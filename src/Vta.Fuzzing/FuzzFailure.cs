using Vta.Isa.Programs;

namespace Vta.Fuzzing;

/// <summary>A program on which two backends do not agree.</summary>
/// <param name="Seed">Seed of its round.</param>
/// <param name="Number">Its number in the round.</param>
/// <param name="Configuration">Its configuration, as the keys that make it.</param>
/// <param name="Difference">What differs.</param>
/// <param name="Listing">Its instructions, after shrinking.</param>
/// <param name="NeedsHistory">It fails only after the programs of its round that stand before it; it was not made shorter then.</param>
/// <param name="Bundle">The same as a bundle; null where it needs memory that answers with errors, which bundles do not have.</param>
public sealed record FuzzFailure(
    int Seed, int Number, IReadOnlyList<KeyValuePair<string, string?>> Configuration, string Difference, string Listing, bool NeedsHistory, ProgramBundle? Bundle);
