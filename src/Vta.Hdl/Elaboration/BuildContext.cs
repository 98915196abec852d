using System.Diagnostics;
using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>What is being described right now, on this thread: the module, and the block that statements go into.</summary>
internal sealed class BuildContext
{
    [ThreadStatic]
    private static BuildContext? t_current;

    private readonly BuildContext? _outer;
    private readonly List<(Block Block, Expression Condition)> _blocks = [];
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<(SourceLocation Location, string Method), int> _turns = [];

    private BuildContext(ModuleInstance instance, BuildContext? outer)
    {
        Instance = instance;
        _outer = outer;
        _blocks.Add((instance.Body, Make.True));
        foreach (var port in instance.Ports)
            port.Name = Unique(port.Name);
    }

    public ModuleInstance Instance { get; }

    /// <summary>The block that statements go into.</summary>
    public Block Block => _blocks[^1].Block;

    /// <summary>One bit: all conditions around the current block hold.</summary>
    public Expression PathCondition => _blocks.Aggregate((Expression)Make.True, (all, b) => Make.Operate(BinaryOperator.And, all, b.Condition));

    public int Depth => _blocks.Count;

    public static BuildContext Current(SourceLocation location) => t_current
        ?? throw new HdlException(Rule.OutsideBuild, "hardware is described inside Build() of a module, while it is elaborated", location);

    /// <summary>The innermost line of the user's source on the stack. Slow: only for messages.</summary>
    public static SourceLocation UserLocation()
    {
        foreach (var frame in new StackTrace(1, fNeedFileInfo: true).GetFrames())
        {
            var owner = frame.GetMethod()?.DeclaringType;
            var isOurs = owner?.Namespace is { } space && (space == "Vta.Hdl" || space.StartsWith("Vta.Hdl.", StringComparison.Ordinal))
                && owner.Assembly == typeof(BuildContext).Assembly && !typeof(Module).IsAssignableFrom(owner);
            if (!isOurs && frame.GetFileLineNumber() > 0)
                return new(frame.GetFileName() ?? "", frame.GetFileLineNumber());
        }
        return SourceLocation.Unknown;
    }

    /// <summary>Runs a description with this instance as the current module.</summary>
    public static void Run(ModuleInstance instance, Action build)
    {
        var context = new BuildContext(instance, t_current);
        t_current = context;
        try
        {
            build();
        }
        finally
        {
            t_current = context._outer;
        }
    }

    public void Enter(Block block, Expression condition) => _blocks.Add((block, condition));

    /// <summary>Back to a depth; scopes close in order even where an exception unwinds them.</summary>
    public void LeaveTo(int depth) => _blocks.RemoveRange(depth, _blocks.Count - depth);

    public void Assign(Expression target, Expression value, SourceLocation location)
    {
        if (target is not Signal signal || !IsTarget(signal))
        {
            throw new HdlException(
                Rule.IllegalTarget,
                $"{Require.Describe(target)} can't be assigned in {Instance.DefinitionName}: its own outputs, wires and registers and the inputs of its instances can",
                location);
        }
        if (value.Width != signal.Width)
        {
            throw new HdlException(
                Rule.WidthMismatch,
                $"'{signal.Name}' (declared at {signal.Location}) has {Require.Plural(signal.Width)}, but {Require.Describe(value)} that it is set to has {value.Width}; use Trunc or Extend",
                location);
        }
        Block.Statements.Add(new Assign(signal, value, location));
    }

    public Signal NewSignal(
        string name, int width, SignalKind kind, SourceLocation location, BigInteger? reset = null, EnumNames? enumeration = null)
    {
        var suffix = kind switch
        {
            SignalKind.Register => "reg",
            SignalKind.ReadData => "data",
            _ => "wire",
        };
        var signal = new Signal(Unique(name, suffix), width, kind, location)
        {
            ResetValue = reset,
            Enumeration = enumeration,
            Owner = Instance,
        };
        Instance.Signals.Add(signal);
        return signal;
    }

    /// <summary>
    /// The name of what a method declares: the given one, else that of the variable that gets it, else the fallback.
    /// </summary>
    public string NameOf(string? given, SourceLocation location, string method, string fallback)
    {
        if (given is not null)
            return Names.Snake(given);
        var variables = SourceNames.Find(location, method, fallback);
        if (variables.Count <= 1)
            return Names.Snake(variables.FirstOrDefault(fallback));

        // Several declarations on one line come in their order, again and again in a loop.
        var turn = _turns.GetValueOrDefault((location, method));
        _turns[(location, method)] = turn + 1;
        return Names.Snake(variables[turn % variables.Count]);
    }

    /// <summary>
    /// A name that nothing else in the module has: with the suffix where a port has the name already, with a number where something else has.
    /// </summary>
    public string Unique(string name, string suffix = "")
    {
        if (suffix.Length > 0 && Instance.Ports.Any(p => p.Name == name))
            name = $"{name}_{suffix}";
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
            unique = $"{name}_{n}";
        return unique;
    }

    private bool IsTarget(Signal signal) => signal.Kind switch
    {
        SignalKind.Output or SignalKind.Wire or SignalKind.Register => signal.Owner == Instance,
        SignalKind.Input => signal.Owner?.Parent == Instance && signal.Owner != Instance,
        _ => false,
    };
}
