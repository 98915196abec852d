using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>Wires, registers and memories.</content>
public abstract partial class Module
{
    /// <summary>A combinational signal of this type; it is driven with Set on every path.</summary>
    /// <exception cref="HdlException">From <see cref="Elaborate"/>. HW0003: nothing drives it. HW0004: some path does not.</exception>
    protected internal static T Wire<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Wire, null, name, "wire", new(file, line));

    /// <summary>Gives a value a name of its own in the Verilog and in waves.</summary>
    protected static T Let<T>(T value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var wire = Declare(value.TypeOf(), SignalKind.Wire, null, name, "value", new(file, line));
        wire.Set(value, file, line);
        return wire;
    }

    /// <summary>A register that reset clears. It keeps its value in cycles in which it is not set.</summary>
    protected internal static T Reg<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, BigInteger.Zero, name, "register", new(file, line));

    /// <summary>A register that reset sets to a value.</summary>
    /// <exception cref="HdlException">HW0002: the reset value does not fit.</exception>
    protected static UInt Reg(
        PackedType<UInt> type, BigInteger reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(type, SignalKind.Register, reset, name, "register", new(file, line));

    /// <summary>A register of one bit that reset sets to a value.</summary>
    protected static Bool Reg(
        bool reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(Hw.Bool(), SignalKind.Register, reset ? 1 : 0, name, "register", new(file, line));

    /// <summary>A register that reset leaves alone: for data that a valid bit guards. It starts at zero.</summary>
    protected internal static T RegNoReset<T>(
        HwType<T> type, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Declare(type, SignalKind.Register, null, name, "register", new(file, line));

    /// <summary>The value one cycle later, without reset.</summary>
    protected internal static T RegNext<T>(T value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        var register = Declare(value.TypeOf(), SignalKind.Register, null, name, "delayed", new(file, line));
        register.Set(value, file, line);
        return register;
    }

    /// <summary>The bit one cycle later, false after reset.</summary>
    protected internal static Bool RegNextReset(Bool value, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var register = Declare(Hw.Bool(), SignalKind.Register, BigInteger.Zero, name, "delayed", new(file, line));
        register.Set(value, file, line);
        return register;
    }

    /// <summary>
    /// A memory of <paramref name="depth"/> words. With <paramref name="crossesDomains"/> its ports may have different clocks; the module then has to see to
    /// it that no word is read while it is written.
    /// </summary>
    /// <exception cref="HdlException">HW0011: there is no word, or the contents do not fit. HW0002: a word of the contents does not fit.</exception>
    protected static Mem<T> Mem<T>(
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
        BigInteger? reset,
        string? name,
        string fallback,
        SourceLocation location,
        bool crossesDomains = false,
        [CallerMemberName] string method = "")
        where T : Data
    {
        var context = BuildContext.Current(location);
        var prefix = context.NameOf(name, location, method, fallback);
        if (reset is { } value)
            DeclarationChecks.Reset(context, prefix, type.Width, value, location);
        return type.Bind(type.Leaves
            .Select(leaf => context.NewSignal(Names.Join(prefix, leaf.Name), leaf.Width, kind, location, reset & Bits.Mask(leaf.Width), leaf.Enumeration, crossesDomains))
            .ToArray());
    }
}
