using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>A module as it stands in the design: its ports, signals, memories, statements and the instances inside it.</summary>
public sealed class ModuleInstance(string definitionName, string name, SourceLocation location)
{
    /// <summary>The name of the module in Verilog; instances with the same description share a definition.</summary>
    public string DefinitionName { get; } = definitionName;

    /// <summary>The name of this instance inside its parent; the definition name at the top.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>The module it stands in; null at the top.</summary>
    public ModuleInstance? Parent { get; internal set; }

    /// <summary>Where it was instantiated.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>One bit, in the parent: at clock edges at which it is high, this instance and all inside it are reset, too; null where it only follows the parent.</summary>
    public Expression? ResetWhen { get; init; }

    /// <summary>The domain of what the module describes without one.</summary>
    public ClockDomain Domain { get; init; } = ClockDomain.Main;

    /// <summary>How to instantiate it, where it is described in Verilog elsewhere; null for all others.</summary>
    public ExternalModule? External { get; internal set; }

    /// <summary>The parameters, for the comment above the definition.</summary>
    public List<(string Name, string Value)> Parameters { get; } = [];

    /// <summary>Inputs, outputs and bidirectional pins, in the order of declaration.</summary>
    public List<Signal> Ports { get; } = [];

    /// <summary>The bidirectional pins among the ports.</summary>
    public IEnumerable<Pin> Pins => Ports.Select(p => p.Pin).OfType<Pin>();

    /// <summary>Wires, registers and read data, in the order of declaration.</summary>
    public List<Signal> Signals { get; } = [];

    /// <summary>Memories, in the order of declaration.</summary>
    public List<Memory> Memories { get; } = [];

    /// <summary>The instances inside, in the order of declaration.</summary>
    public List<ModuleInstance> Instances { get; } = [];

    /// <summary>The clocks that the module makes, for itself and for what is inside.</summary>
    internal List<MadeClock> MadeClocks { get; } = [];

    /// <summary>What is asserted, assumed and covered.</summary>
    public List<Assertion> Assertions { get; } = [];

    /// <summary>What simulators print.</summary>
    public List<Print> Prints { get; } = [];

    /// <summary>What is legal, but hardly meant: what the description itself shows.</summary>
    internal List<Diagnostic> Warnings { get; } = [];

    /// <summary>What the module does.</summary>
    public Block Body { get; } = new();

    /// <summary>The hierarchical path, dots between instance names, without the top module.</summary>
    public string Path => Parent?.Parent is null ? Name : $"{Parent.Path}.{Name}";

    /// <summary>This instance and all below it, parents first.</summary>
    public IEnumerable<ModuleInstance> SelfAndDescendants() => Instances.SelectMany(i => i.SelfAndDescendants()).Prepend(this);
}

/// <summary>What an <see cref="Assertion"/> is for.</summary>
public enum AssertionKind
{
    /// <summary>What the module promises.</summary>
    Assert,

    /// <summary>What the module relies on: proofs of the module alone take it for granted; to simulators and to proofs of a parent it is a promise of the parent.</summary>
    Assume,

    /// <summary>What must be possible: proofs look for a way there. It never fails in simulation.</summary>
    Cover,
}

/// <summary>A condition that must hold (or, for a cover, be reached) at clock edges at which it is enabled and its domain is not in reset.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Condition">One bit.</param>
/// <param name="Enable">One bit.</param>
/// <param name="Message">The rule in words.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Assertion(AssertionKind Kind, Expression Condition, Expression Enable, string Message, SourceLocation Location)
{
    /// <summary>The clock at whose edges it is looked at.</summary>
    public required ClockDomain Domain { get; init; }
}
