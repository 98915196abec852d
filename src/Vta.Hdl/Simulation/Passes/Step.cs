using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>How a task is done at its place in the schedule.</summary>
internal enum StepKind
{
    /// <summary>At once.</summary>
    Run,

    /// <summary>Its values are computed and put aside.</summary>
    Hold,

    /// <summary>The change is made with the values that were put aside.</summary>
    Release,
}

/// <summary>A task at its place in the schedule.</summary>
internal sealed record Step(SimulationTask Task, StepKind Kind);

/// <summary>What is done at an edge of a clock, in one go.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Segments">In order.</param>
internal sealed record ClockPhase(ClockDomain Clock, IReadOnlyList<Segment> Segments);

/// <summary>Steps that are compiled together, and run or are left out together.</summary>
internal sealed class Segment(IReadOnlyList<Step> steps)
{
    public IReadOnlyList<Step> Steps { get; } = steps;

    /// <summary>Its number, in the order of the cycle, with gaps (<see cref="Activity.WordBits"/>).</summary>
    public int Number { get; set; }
}
