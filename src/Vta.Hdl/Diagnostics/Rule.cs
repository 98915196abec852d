namespace Vta.Hdl.Diagnostics;

/// <summary>
/// The rules that a description must keep. A code is never reused for another rule. <c>docs/hdl/diagnostics.md</c> has cause, example and fix
/// of each.
/// </summary>
public enum Rule
{
    /// <summary>HW0001: both sides of an operation or assignment have the same width.</summary>
    WidthMismatch = 1,

    /// <summary>HW0002: a literal fits the width it is used at.</summary>
    LiteralRange = 2,

    /// <summary>HW0003: every output, wire and input of an instance is driven.</summary>
    Undriven = 3,

    /// <summary>HW0004: a combinational signal is driven on every path (no latch).</summary>
    PartlyDriven = 4,

    /// <summary>HW0005: no bit of combinational logic depends on itself.</summary>
    CombinationalLoop = 5,

    /// <summary>HW0006: hardware is described inside <c>Build()</c> of its own module.</summary>
    OutsideBuild = 6,

    /// <summary>HW0007: only a module's outputs, wires, registers and its instances' inputs can be assigned there.</summary>
    IllegalTarget = 7,

    /// <summary>HW0008: a module reads only its own signals and its instances' ports.</summary>
    IllegalRead = 8,

    /// <summary>HW0009: an else stands directly behind its when.</summary>
    ElseWithoutWhen = 9,

    /// <summary>HW0010: a range of bits lies inside the value it is taken from.</summary>
    BitRange = 10,

    /// <summary>HW0011: a parameter is in the range that the module allows.</summary>
    Parameter = 11,

    /// <summary>HW0012: an assignment is not overridden in full by a later one of the same block: a signal has one driver.</summary>
    TwoDrivers = 12,

    /// <summary>HW0013: the block of a condition or case is closed: it stands behind <c>using</c>.</summary>
    OpenScope = 13,

    /// <summary>HW0014, a warning: a signal or memory influences an output, an instance or an assertion of its module.</summary>
    DeadLogic = 14,

    /// <summary>HW0015: a value passes from one clock domain to another through a synchroniser only.</summary>
    ClockCrossing = 15,

    /// <summary>HW0016: a value stands in one case of a switch only.</summary>
    RepeatedCase = 16,

    /// <summary>HW0017: what is simulated or proven has a description: a black box needs a model.</summary>
    NoModel = 17,

    /// <summary>HW0018: bundles are made from their type, not with <c>new</c>.</summary>
    NewBundle = 18,

    /// <summary>HW0019, a warning: a name of the C# source is that of the Verilog, but for its case.</summary>
    ChangedName = 19,

    /// <summary>HW0020: a module is not called as a black box, whose description stands elsewhere.</summary>
    NameOfBlackBox = 20,

    /// <summary>HW0021: a clock domain is declared in one way, and shares no port with another.</summary>
    ClockName = 21,

    /// <summary>HW0022: a clock is made of a register, once, and used in the module that makes it and inside.</summary>
    MadeClock = 22,

    /// <summary>HW0023: values are joined that are there in the same cycle.</summary>
    Latency = 23,

    /// <summary>HW0024: interfaces that are connected have the same ports, and of each pair one drives the other.</summary>
    Connection = 24,

    /// <summary>HW0025: nothing is tri-state inside a design: a pin has one driver in it, and leads to the top.</summary>
    TriState = 25,
}
