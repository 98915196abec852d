namespace Vta.Runtime.Gates;

/// <summary>A step of a gate simulation: a gate, or a read of a memory.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Memory">Number of the memory that is read.</param>
/// <param name="Read">The port; null for a gate.</param>
internal readonly record struct GateStep(Gate Gate, int Memory, GateRead? Read);

/// <summary>Puts gates and reads into an order in which each comes after what it depends on.</summary>
internal static class GateOrder
{
    /// <exception cref="HardwareException">Gates depend on each other in a circle.</exception>
    public static GateStep[] Of(GateNetlist netlist)
    {
        List<GateStep> steps =
        [
            .. netlist.Gates.Select(gate => new GateStep(gate, 0, null)),
            .. netlist.Memories.SelectMany((memory, number) => memory.Reads.Select(read => new GateStep(default, number, read))),
        ];
        var driver = new int[netlist.Nets];
        Array.Fill(driver, -1);
        foreach (var (index, step) in steps.Index())
        {
            foreach (var output in Outputs(step))
                driver[output] = index;
        }

        var waiting = new int[steps.Count];
        var users = new List<int>?[steps.Count];
        foreach (var (index, step) in steps.Index())
        {
            foreach (var source in Inputs(step).Select(net => driver[net]).Where(source => source >= 0).Distinct())
            {
                (users[source] ??= []).Add(index);
                waiting[index]++;
            }
        }

        var ready = new Queue<int>(Enumerable.Range(0, steps.Count).Where(index => waiting[index] == 0));
        var order = new List<GateStep>(steps.Count);
        while (ready.TryDequeue(out var index))
        {
            order.Add(steps[index]);
            foreach (var user in users[index] ?? [])
            {
                if (--waiting[user] == 0)
                    ready.Enqueue(user);
            }
        }
        return order.Count == steps.Count ? [.. order] : throw new HardwareException($"{steps.Count - order.Count} gates depend on each other in a circle");
    }

    private static int[] Outputs(GateStep step) => step.Read is { } read ? read.Data : [step.Gate.Y];

    private static int[] Inputs(GateStep step) => step.Read is { } read ? read.Address : step.Gate.Kind switch
    {
        GateKind.Not => [step.Gate.A],
        GateKind.Mux => [step.Gate.A, step.Gate.B, step.Gate.S],
        _ => [step.Gate.A, step.Gate.B],
    };
}
