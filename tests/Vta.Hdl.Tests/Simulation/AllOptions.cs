using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Every set of the simulator's options, and the reference simulator.</summary>
internal static class AllOptions
{
    public const int Count = 1 << 6;

    /// <summary>One of the combinations.</summary>
    public static SimulatorOptions Set(int number) => new()
    {
        ActivityGating = (number & 1) != 0,
        WriteInPlace = (number & 2) != 0,
        VectorLanes = (number & 4) != 0,
        DemandGating = (number & 8) != 0,
        KeepSignals = (number & 16) != 0,
        StraightLineCost = (number & 32) != 0 ? int.MaxValue : 0,
    };

    /// <summary>Runs a test on simulators of all kinds.</summary>
    public static void ForEach(Design design, Action<SimulatorBase> test) => ForEachWith(design, SimulationRequests.None, test);

    /// <summary>As <see cref="ForEach"/>, of simulators that print to a text of their own, and are asked for more than values.</summary>
    public static void ForEachWith(Design design, SimulationRequests requests, Action<SimulatorBase> test)
    {
        using (var reference = new ReferenceSimulator(design, requests) { Output = new StringWriter { NewLine = "\n" } })
            test(reference);
        for (var number = 0; number < Count; number++)
        {
            using var compiled = new Simulator(design, Set(number), requests) { Output = new StringWriter { NewLine = "\n" } };
            test(compiled);
        }
    }
}
