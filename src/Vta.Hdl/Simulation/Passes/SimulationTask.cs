using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// A piece of work of a cycle: expressions that only it uses, and what is done with them. Between tasks values go through the state block.
/// </summary>
internal abstract class SimulationTask(params IReadOnlyList<Expression> roots)
{
    /// <summary>The values it works with.</summary>
    public IReadOnlyList<Expression> Roots { get; } = roots;

    /// <summary>Tasks whose values it uses.</summary>
    public List<ComputeTask> Needs { get; } = [];

    /// <summary>The signals and memories that it reads itself.</summary>
    public HashSet<object> Reads { get; } = [];

    /// <summary>The register or memory that it changes; null for a combinational task.</summary>
    public virtual object? Changes => null;

    /// <summary>The clock at whose edges it is done; null for a combinational task.</summary>
    public virtual ClockDomain? Clock => null;

    /// <summary>The bits that decide whether it has anything to do; null where it always may.</summary>
    public IReadOnlyList<Expression>? Guards { get; set; }

    /// <summary>Tasks whose values the guards use.</summary>
    public List<ComputeTask> GuardNeeds { get; } = [];

    /// <summary>The signals and memories that the guards read themselves.</summary>
    public HashSet<object> GuardReads { get; } = [];

    /// <summary>An estimate of its instructions.</summary>
    public int Cost { get; set; }
}

/// <summary>Computes a value that several tasks use.</summary>
internal sealed class ComputeTask(Expression value) : SimulationTask(value)
{
    public Expression Value => Roots[0];
}

/// <summary>Puts a top output where testbenches read it.</summary>
internal sealed class OutputTask(Signal output, Expression value) : SimulationTask(value)
{
    public Signal Output { get; } = output;
}

/// <summary>Notes the number of an assertion that is broken.</summary>
internal sealed class AssertionTask(int number, Expression isBroken, ClockDomain clock) : SimulationTask(isBroken)
{
    public int Number { get; } = number;

    public override ClockDomain Clock => clock;
}

/// <summary>Gives a register its next value.</summary>
internal sealed class RegisterTask(Signal register, Expression next) : SimulationTask(next)
{
    public Signal Register { get; } = register;

    public override object Changes => Register;

    public override ClockDomain Clock => Register.Domain!;
}

/// <summary>Reads a memory into its read data.</summary>
internal sealed class ReadTask(MemoryReadPort port) : SimulationTask(port.Enable, port.Address)
{
    public MemoryReadPort Port { get; } = port;

    public override object Changes => Port.Data;

    public override ClockDomain Clock => Port.Data.Domain!;
}

/// <summary>Writes a memory.</summary>
internal sealed class WriteTask(MemoryWritePort port)
    : SimulationTask(port.Mask is null ? [port.Enable, port.Address, port.Data] : [port.Enable, port.Address, port.Data, port.Mask])
{
    public MemoryWritePort Port { get; } = port;

    public override object Changes => Port.Memory;

    public override ClockDomain Clock => Port.Domain;
}
