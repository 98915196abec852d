using System.Numerics;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>What kind of signal a <see cref="Signal"/> is.</summary>
public enum SignalKind
{
    /// <summary>An input port: driven by the parent, or by the testbench at the top.</summary>
    Input,

    /// <summary>An output port: combinational, driven by its own module.</summary>
    Output,

    /// <summary>A bidirectional pin: driven by its module, or from outside.</summary>
    Inout,

    /// <summary>A combinational signal inside a module.</summary>
    Wire,

    /// <summary>A register: takes its assigned value at the edge of its clock, and keeps its value where it is not assigned.</summary>
    Register,

    /// <summary>The output register of a synchronous memory read port.</summary>
    ReadData,
}

/// <summary>A named value: port, wire or register. One object for each instance of a module in the design.</summary>
public sealed class Signal(string name, int width, SignalKind kind, SourceLocation location) : Expression(width)
{
    /// <summary>The name taken from the C# source, in the case of Verilog (<c>enq_valid</c>); unique in its module once elaborated.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>Who drives it, and when.</summary>
    public SignalKind Kind { get; } = kind;

    /// <summary>Where it was declared.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>The module instance that declares it.</summary>
    public ModuleInstance? Owner { get; internal set; }

    /// <summary>The value a register takes in reset, and starts with where its clock has none; null for a register without reset (it starts at zero).</summary>
    public BigInteger? ResetValue { get; init; }

    /// <summary>The clock of a register or of read data; the others have none.</summary>
    public ClockDomain? Domain { get; init; }

    /// <summary>True for a register of a synchroniser, which may take values of another domain, and for a wire that any domain may use.</summary>
    public bool CrossesDomains { get; init; }

    /// <summary>What drives a bidirectional pin; null for all else.</summary>
    public Pin? Pin { get; internal set; }

    /// <summary>The names of the values, where the signal holds an enumeration.</summary>
    public EnumNames? Enumeration { get; init; }

    /// <summary>What the C# source calls a port, where that can't be its name in Verilog.</summary>
    internal string? Unwritable { get; init; }

    /// <summary>What tools are told of it. A signal with attributes stays in the Verilog even where it influences nothing.</summary>
    public IReadOnlyList<VerilogAttribute> Attributes { get; internal set; } = [];

    /// <summary>The hierarchical path, dots between instance names, without the top module.</summary>
    public string Path => Owner?.Parent is null ? Name : $"{Owner.Path}.{Name}";
}

/// <summary>Names for the values of a signal: a C# enumeration in the hardware.</summary>
/// <param name="Name">The C# name of the enumeration.</param>
/// <param name="Members">Name and value of each member.</param>
public sealed record EnumNames(string Name, IReadOnlyList<(string Name, BigInteger Value)> Members);
