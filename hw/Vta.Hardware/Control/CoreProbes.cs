namespace Vta.Hardware.Control;

/// <summary>Signals of the core that observers of a simulation follow; they are none of its ports, and cost no hardware.</summary>
/// <param name="Running">A run is under way; other signals count only then.</param>
/// <param name="Activities">What each unit's cycle counts as: a <see cref="Isa.Launch.UnitActivity"/>.</param>
/// <param name="Retires">An instruction of the unit is over.</param>
/// <param name="Tokens">Tokens in each queue.</param>
internal sealed record CoreProbes(Bool Running, IReadOnlyList<UInt> Activities, IReadOnlyList<Bool> Retires, IReadOnlyList<UInt> Tokens);
