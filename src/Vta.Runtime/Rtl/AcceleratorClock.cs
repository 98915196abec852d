using Vta.Runtime.Axi;

namespace Vta.Runtime.Rtl;

/// <summary>Runs the accelerator and its memory cycle by cycle, and watches the bus between them.</summary>
internal sealed class AcceleratorClock(IAcceleratorModel model, AxiMemory memory, AxiChecker checker)
{
    /// <summary>Cycles so far.</summary>
    public long Cycle { get; private set; }

    /// <summary>Called in each cycle when it has settled, before its clock edge; null for nobody.</summary>
    public Action? Observer { get; set; }

    /// <summary>A cycle in which the host looks at what the accelerator shows it.</summary>
    /// <param name="observe">Called when the cycle has settled, before its clock edge.</param>
    public void Run(Action<long> observe)
    {
        Settle();
        observe(Cycle);
        model.Edge();
        Cycle++;
    }

    /// <summary>Cycles in which the host does nothing.</summary>
    public void Run(int cycles)
    {
        for (var i = 0; i < cycles; i++)
        {
            Settle();
            model.Edge();
            Cycle++;
        }
    }

    private void Settle()
    {
        memory.Drive(Cycle);
        model.Settle();
        checker.Observe(Cycle);
        memory.Observe(Cycle);
        Observer?.Invoke();
    }
}
