using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>A state machine: its register holds a member of a C# enumeration, whose names appear in Verilog and in waves.</summary>
public sealed class Fsm<TState>
    where TState : struct, Enum
{
    private SwitchBuilder? _switch;
    private Block? _block;
    private int _statements;

    internal Fsm(UInt register) => Register = register;

    /// <summary>The state register.</summary>
    public UInt Register { get; }

    /// <summary>True while the machine is in a state.</summary>
    public Bool Is(TState state) => Register == EnumNamesOf<TState>.ValueOf(state);

    /// <summary>What happens in a state. States described one after the other become one <c>case</c>.</summary>
    public Scope State(TState state, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        if (_switch is null || _block != context.Block || _statements != context.Block.Statements.Count)
            _switch = new(context, Register.Expression, location);
        _block = context.Block;
        _statements = context.Block.Statements.Count;
        return _switch.Case(state, file, line);
    }

    /// <summary>The state from the next cycle on.</summary>
    public void Go(TState state, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Register.Set(EnumNamesOf<TState>.ValueOf(state), file, line);
}
