using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Formal;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>Assertions, assumptions and covers.</content>
public abstract partial class Module
{
    /// <summary>
    /// What must hold at every clock edge while reset is low, under the conditions in force. Simulators stop where it does not; see
    /// <see cref="Formal.Prover"/> for proofs.
    /// </summary>
    public static void Assert(Bool condition, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(AssertionKind.Assert, condition, message, new(file, line));

    /// <summary>
    /// What the module may rely on: its contract with whoever drives its inputs. A proof of this module takes it for granted; where the module
    /// is an instance, and in simulation, it is an assertion that the parent must keep.
    /// </summary>
    public static void Assume(Bool condition, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(AssertionKind.Assume, condition, message, new(file, line));

    /// <summary>What must be possible. A proof shows how it is reached; assumptions that rule it out are found this way.</summary>
    public static void Cover(Bool condition, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(AssertionKind.Cover, condition, message, new(file, line));

    /// <summary>Asserts the rule of streams: a value that is offered stays, unchanged, until it is taken.</summary>
    public static void AssertHeld<T>(Stream<T> stream, string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => AddHeld(AssertionKind.Assert, stream, name, new(file, line));

    /// <summary>Assumes the rule of streams of a stream that the module consumes; see <see cref="AssertHeld{T}"/>.</summary>
    public static void AssumeHeld<T>(Stream<T> stream, string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => AddHeld(AssertionKind.Assume, stream, name, new(file, line));

    internal static void AddHeld<T>(AssertionKind kind, Stream<T> stream, string name, SourceLocation location)
        where T : Data
    {
        var stalled = RegNextReset(stream.Valid & !stream.Ready, name + "_stalled", location.File, location.Line);
        var offered = RegNext(stream.Payload.AsBits(), name + "_offered", location.File, location.Line);
        Add(kind, !stalled | (stream.Valid & stream.Payload.AsBits() == offered), $"what {name} offers stays until it is taken", location);
    }

    internal static void Add(AssertionKind kind, Bool condition, string message, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        var domain = context.Domain;
        context.UnderConditions(conditions => context.Instance.Assertions.Add(new(kind, condition.Expression, conditions, message, location) { Domain = domain }));
    }
}
