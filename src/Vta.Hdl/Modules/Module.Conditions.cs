using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <content>Conditions and state machines.</content>
public abstract partial class Module
{
    /// <summary>What is set inside happens only while the condition holds.</summary>
    public static Scope When(Bool condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        return Conditional.Open(context, context.Block, condition.Expression, location);
    }

    /// <summary>Where the conditions of the when before it do not hold, and this one does.</summary>
    /// <exception cref="HdlException">HW0009: it does not stand directly behind a when.</exception>
    public static Scope ElseWhen(Bool condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        return Conditional.OpenElseWhen(BuildContext.Current(location), condition.Expression, location);
    }

    /// <summary>Where the conditions of the when before it do not hold.</summary>
    /// <exception cref="HdlException">HW0009: it does not stand directly behind a when.</exception>
    public static Scope Else([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        return Conditional.OpenElse(BuildContext.Current(location), location);
    }

    /// <summary>A choice by the value of a subject; see <see cref="SwitchBuilder"/>.</summary>
    public static SwitchBuilder Switch(UInt subject, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        return new(BuildContext.Current(location), subject.Expression, location);
    }

    /// <summary>A state machine over a C# enumeration.</summary>
    public static Fsm<TState> Fsm<TState>(
        TState reset, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TState : struct, Enum
    {
        var location = new SourceLocation(file, line);
        return new(Declare(
            Hw.EnumOf<TState>(), SignalKind.Register, [EnumNamesOf<TState>.ValueOf(reset)], name, "state", location));
    }
}
