using System.Numerics;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>What a synchronous read returns when the same address is written in the same cycle.</summary>
public enum ReadUnderWrite
{
    /// <summary>What the memory held before the write.</summary>
    Old,

    /// <summary>Nothing that may be relied on: the old word in simulation and in Verilog, or a random one where a simulation is asked for that.</summary>
    Undefined,

    /// <summary>What is written, where a mask lets it. Registers beside the memory keep it, so that no back end and no chip needs to know.</summary>
    New,
}

/// <summary>An array of words. Starts at zero, or with <see cref="InitialContents"/>; reset leaves it alone.</summary>
public sealed class Memory(string name, int width, int depth, ReadUnderWrite readUnderWrite, SourceLocation location)
{
    /// <summary>The name taken from the C# source; unique in its module once elaborated.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>Bits of a word.</summary>
    public int Width { get; } = width;

    /// <summary>Number of words; addresses have <see cref="AddressWidth"/> bits, those past the depth read zero and write nothing.</summary>
    public int Depth { get; } = depth;

    /// <summary>Bits of an address; at least one.</summary>
    public int AddressWidth { get; } = Math.Max(1, Bits.IndexWidth(depth));

    /// <summary>True where each address has a word.</summary>
    internal bool HasAllAddresses => Bits.Mask(AddressWidth) < Depth;

    /// <summary>One bit: an address has a word.</summary>
    internal Expression IsInside(Expression address) =>
        HasAllAddresses ? Make.True : Make.Operate(BinaryOperator.LessThan, address, Make.Constant(Depth, AddressWidth));

    /// <summary>What a read port gives for a word that is written in the same cycle.</summary>
    public ReadUnderWrite ReadUnderWrite { get; } = readUnderWrite;

    /// <summary>Where it was declared.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>The module instance that declares it.</summary>
    public ModuleInstance? Owner { get; internal set; }

    /// <summary>The words at the start, from address 0 on; empty for zeros.</summary>
    public IReadOnlyList<BigInteger> InitialContents { get; init; } = [];

    /// <summary>True where ports of different clock domains share the words, and the design sees to it that none is read while it is written.</summary>
    public bool CrossesDomains { get; init; }

    /// <summary>What tools are told of it.</summary>
    public IReadOnlyList<VerilogAttribute> Attributes { get; internal set; } = [];

    /// <summary>The synchronous read ports; an asynchronous read is a <see cref="MemoryRead"/>.</summary>
    public List<MemoryReadPort> ReadPorts { get; } = [];

    /// <summary>In order: where two ports write one word in one cycle, the later port wins.</summary>
    public List<MemoryWritePort> WritePorts { get; } = [];
}

/// <summary>A synchronous read port: while enabled, <see cref="Data"/> takes the word at the address at the clock edge.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Address">AddressWidth bits.</param>
/// <param name="Enable">One bit; while low, <see cref="Data"/> keeps its value.</param>
/// <param name="Data">The output register, of kind <see cref="SignalKind.ReadData"/>; its clock is the port's.</param>
/// <param name="Location">Where the port was made.</param>
public sealed record MemoryReadPort(Memory Memory, Expression Address, Expression Enable, Signal Data, SourceLocation Location);

/// <summary>A write port: while enabled, writes at the clock edge.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Address">AddressWidth bits.</param>
/// <param name="Data">One word.</param>
/// <param name="Enable">One bit.</param>
/// <param name="Mask">
/// Null to write the whole word; else one bit for each part of Width / Mask.Width bits, lowest part first: only parts whose bit is one
/// are written.
/// </param>
/// <param name="Location">Where the port was made.</param>
public sealed record MemoryWritePort(
    Memory Memory, Expression Address, Expression Data, Expression Enable, Expression? Mask, SourceLocation Location)
{
    /// <summary>The port's clock.</summary>
    public required ClockDomain Domain { get; init; }
}
