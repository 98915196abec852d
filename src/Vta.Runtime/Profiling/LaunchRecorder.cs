using Vta.Hdl;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Runtime.Axi;
using Vta.Runtime.InProcess;

namespace Vta.Runtime.Profiling;

/// <summary>Follows a launch, cycle by cycle.</summary>
internal sealed unsafe class LaunchRecorder
{
    private readonly AxiPins memory;
    private readonly ulong* running;
    private readonly ulong*[] activities;
    private readonly ulong*[] retires;
    private readonly ulong*[] tokens;
    private readonly UnitRecorder[] units;
    private readonly Timeline timeline = new();

    /// <param name="model">The accelerator, with all signals kept.</param>
    /// <param name="program">What fetch will hand out.</param>
    public LaunchRecorder(InProcessModel model, IEnumerable<(Unit Unit, InstructionWord Word)> program)
    {
        memory = model.Memory;
        var signals = model.Probes;
        running = model.PointerTo(signals.Running);
        activities = Pointers(model, signals.Activities);
        retires = Pointers(model, signals.Retires);
        tokens = Pointers(model, signals.Tokens);
        var queues = program.Select((each, index) => (each.Unit, Index: (uint)index, each.Word)).ToLookup(each => each.Unit, each => (each.Index, each.Word));
        units = [.. Enum.GetValues<Unit>().Select(unit => new UnitRecorder(unit, new(queues[unit])))];
    }

    /// <summary>What was seen.</summary>
    public LaunchProfile Profile => new([.. units.SelectMany(unit => unit.Spans).OrderBy(span => span.Index)], [.. units.Select(unit => unit.Rest)], timeline);

    /// <summary>Looks at a cycle that has settled.</summary>
    public void Observe()
    {
        if (*running == 0)
            return;
        var cycle = timeline.Cycles;
        var bucket = timeline.Begin();
        for (var unit = 0; unit < units.Length; unit++)
        {
            var activity = (UnitActivity)(*activities[unit]);
            timeline.Add(bucket, (Unit)unit, activity);
            units[unit].Observe(cycle, activity, *retires[unit] != 0);
        }
        for (var queue = 0; queue < tokens.Length; queue++)
            timeline.AddTokens(bucket, queue, (int)*tokens[queue]);
        if ((*memory.ReadDataValid & *memory.ReadDataReady) != 0)
            timeline.AddRead(bucket);
        if ((*memory.WriteDataValid & *memory.WriteDataReady) != 0)
            timeline.AddWrite(bucket);
    }

    private static ulong*[] Pointers(InProcessModel model, IReadOnlyList<Packed> signals)
    {
        var pointers = new ulong*[signals.Count];
        for (var each = 0; each < pointers.Length; each++)
            pointers[each] = model.PointerTo(signals[each]);
        return pointers;
    }
}
