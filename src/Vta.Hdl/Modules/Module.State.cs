using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl;

/// <content>Wires, registers and memories.</content>
public abstract partial class Module
{
    /// <summary>
    /// A combinational signal of this type; it is driven with Set on every path. Inside the block of a condition those are the paths through that block.
    /// </summary>
    /// <exception cref="HdlException">From <see cref="Elaborate"/>. HW0003: nothing drives it. HW0004: some path does not.</exception>
    public static T Wire<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Wire, null, name, "wire", new(file, line));

    /// <summary>Gives a value a name of its own in the Verilog and in waves; the conditions in force make no difference.</summary>
    public static T Let<T>(T value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var wire = Declare(value.TypeOf(), SignalKind.Wire, null, name, "value", new(file, line));
        wire.Set(value, file, line);
        return wire;
    }

    /// <summary>A register that reset clears. It keeps its value in cycles in which it is not set.</summary>
    public static T Reg<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, ResetValues.Zero(type), name, "register", new(file, line));

    /// <summary>A register that reset sets to a constant value: a vector, a bundle, a member of an enumeration.</summary>
    /// <exception cref="HdlException">HW0001: the reset value has other fields, or another width. HW0002: it does not fit. HW0011: it is no constant.</exception>
    public static T Reg<T>(
        HwType<T> type, T reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, ResetValues.Of(type, reset, new(file, line)), name, "register", new(file, line));

    /// <summary>A register that reset sets to a value.</summary>
    /// <exception cref="HdlException">HW0002: the reset value does not fit.</exception>
    public static UInt Reg(
        PackedType<UInt> type, BigInteger reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(type, SignalKind.Register, ResetValues.Of(type.Width, reset, signed: false, new(file, line)), name, "register", new(file, line));

    /// <summary>A register that reset sets to a value.</summary>
    /// <exception cref="HdlException">HW0002: the reset value does not fit.</exception>
    public static SInt Reg(
        PackedType<SInt> type, BigInteger reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(type, SignalKind.Register, ResetValues.Of(type.Width, reset, signed: true, new(file, line)), name, "register", new(file, line));

    /// <summary>A register of one bit that reset sets to a value.</summary>
    public static Bool Reg(
        bool reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(Hw.Bool(), SignalKind.Register, [reset ? 1 : 0], name, "register", new(file, line));

    /// <summary>A register that reset leaves alone: for data that a valid bit guards. It starts at zero.</summary>
    public static T RegNoReset<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, null, name, "register", new(file, line));

    /// <summary>The value one cycle later, without reset. As any register, it is set under the conditions in force, and keeps its value while they do not hold.</summary>
    public static T RegNext<T>(T value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var register = Declare(value.TypeOf(), SignalKind.Register, null, name, "delayed", new(file, line));
        register.Set(value, file, line);
        return register;
    }

    /// <summary>The bit one cycle later, false after reset.</summary>
    public static Bool RegNextReset(Bool value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var register = Declare(Hw.Bool(), SignalKind.Register, [0], name, "delayed", new(file, line));
        register.Set(value, file, line);
        return register;
    }

    /// <summary>
    /// A memory of <paramref name="depth"/> words. With <paramref name="crossesDomains"/> its ports may have different clocks; the module then has to see to
    /// it that no word is read while it is written.
    /// </summary>
    /// <exception cref="HdlException">HW0011: there is no word, or the contents do not fit. HW0002: a word of the contents does not fit.</exception>
    public static Mem<T> Mem<T>(
        HwType<T> type,
        int depth,
        ReadUnderWrite readUnderWrite = ReadUnderWrite.Undefined,
        string? name = null,
        IReadOnlyList<BigInteger>? contents = null,
        bool crossesDomains = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where T : Data
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        DeclarationChecks.Memory(context, type.Width, depth, contents ?? [], location);
        var memory = new Memory(context.Unique(context.NameOf(name, location, nameof(Mem), "memory"), "words"), type.Width, depth, readUnderWrite, location)
        {
            Owner = context.Instance,
            InitialContents = contents ?? [],
            CrossesDomains = crossesDomains,
        };
        context.Instance.Memories.Add(memory);
        return new(memory, type);
    }

    private static T Declare<T>(
        HwType<T> type,
        SignalKind kind,
        IReadOnlyList<BigInteger>? reset,
        string? name,
        string fallback,
        SourceLocation location,
        bool crossesDomains = false,
        [CallerMemberName] string method = "")
        where T : Data
    {
        var context = BuildContext.Current(location);
        var prefix = context.NameOf(name, location, method, fallback);
        return type.Bind(type.Leaves
            .Select((leaf, i) => context.NewSignal(Names.Join(prefix, leaf.Name), leaf.Width, kind, location, reset?[i], leaf.Enumeration, crossesDomains))
            .ToArray());
    }
}
