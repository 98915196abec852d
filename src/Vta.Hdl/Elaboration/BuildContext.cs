using System.Diagnostics;
using System.Numerics;
using Vta.Hdl.Checks;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Elaboration;

/// <summary>What is being described right now, on this thread: the module, and the block that statements go into.</summary>
internal sealed class BuildContext
{
    [ThreadStatic]
    private static BuildContext? t_current;

    [ThreadStatic]
    private static int t_lanes;

    private readonly BuildContext? _outer;
    private readonly List<(Block Block, Condition Condition, SourceLocation Opened, ClockDomain Domain)> _blocks = [];
    private readonly List<Action> _atEnd = [];
    private readonly List<Action> _atLast = [];
    private readonly LocalSignals _local = new();
    private readonly UniqueNames _names = new();
    private readonly HashSet<string> _portNames = [];
    private readonly Dictionary<(SourceLocation Location, string Method), int> _turns = [];

    private BuildContext(ModuleInstance instance, BuildContext? outer)
    {
        Instance = instance;
        _outer = outer;
        Problems = outer?.Problems ?? [];
        _blocks.Add((instance.Body, new(Make.True), instance.Location, instance.Domain));
        foreach (var port in instance.Ports)
        {
            port.Name = Unique(port.Name);
            _portNames.Add(port.Name);
            if (port.Unwritable is { } given)
                instance.Warnings.Add(ChangedNames.Unwritable(given, port.Name, port.Location));
        }
    }

    public ModuleInstance Instance { get; }

    /// <summary>The broken rules so far, of the whole design.</summary>
    public List<Diagnostic> Problems { get; }

    /// <summary>For each block, the when that an else may follow.</summary>
    public Dictionary<Block, Conditional.Chain> Chains { get; } = [];

    /// <summary>The block that statements go into.</summary>
    public Block Block => _blocks[^1].Block;

    /// <summary>The domain that registers, ports of memories, assertions and instances belong to.</summary>
    public ClockDomain Domain => _blocks[^1].Domain;

    public int Depth => _blocks.Count;

    public static BuildContext Current(SourceLocation location)
    {
        if (t_lanes > 0)
        {
            throw new HdlException(
                Rule.OutsideBuild,
                "the function of a Map describes the value of every lane, and nothing besides: registers, wires, instances, conditions, ports of memories and assertions stand outside, for the whole vector",
                location);
        }
        return t_current
            ?? throw new HdlException(Rule.OutsideBuild, "there is no module here: hardware is described inside Build() of a module, while it is elaborated", location);
    }

    /// <summary>Runs a function that describes one value for all lanes: there is no module for it to add to.</summary>
    public static T InLanes<T>(Func<T> body)
    {
        t_lanes++;
        try
        {
            return body();
        }
        finally
        {
            t_lanes--;
        }
    }

    /// <summary>The innermost line of the user's source on the stack. Slow: only for messages.</summary>
    public static SourceLocation UserLocation()
    {
        foreach (var frame in new StackTrace(1, fNeedFileInfo: true).GetFrames())
        {
            var owner = frame.GetMethod()?.DeclaringType;
            var isOurs = owner?.Namespace is { } space && (space == "Vta.Hdl" || space.StartsWith("Vta.Hdl.", StringComparison.Ordinal))
                && owner.Assembly == typeof(BuildContext).Assembly && !typeof(IDescription).IsAssignableFrom(owner);
            if (!isOurs && frame.GetFileLineNumber() > 0)
                return new(frame.GetFileName() ?? "", frame.GetFileLineNumber());
        }
        return SourceLocation.Unknown;
    }

    /// <summary>Where the current module is instantiated; at the top, the user's line.</summary>
    public static SourceLocation PlaceOfInstance() =>
        t_current is { Instance.Location: { IsKnown: true } location } ? location : UserLocation();

    /// <summary>
    /// Runs a description with this instance as the current module. A module that can't be described to its end does not keep the others
    /// from being checked.
    /// </summary>
    /// <returns>The broken rules of the whole design so far.</returns>
    public static IReadOnlyList<Diagnostic> Run(ModuleInstance instance, Action build)
    {
        var context = new BuildContext(instance, t_current);
        var before = context.Problems.Count;
        t_current = context;
        try
        {
            build();
            context._atEnd.ForEach(action => action());
            context._atLast.ForEach(action => action());
            PinDrivers.Finish(context);
            context._local.Hoist(instance.Body);
        }
        catch (HdlException e)
        {
            context.Problems.AddRange(e.Diagnostics);
        }
        catch (Exception) when (context.Problems.Count > 0)
        {
            // What a module that is not described to its end leads to.
        }
        finally
        {
            t_current = context._outer;
        }
        if (context.Depth > 1)
            context.Problems.Insert(before, OpenScope(context._blocks[1].Opened));
        return context.Problems;
    }

    public void Report(Rule rule, string message, SourceLocation location) => Problems.Add(new(rule, message, location));

    public void Enter(Block block, Condition condition, SourceLocation opened, ClockDomain domain) =>
        _blocks.Add((block, condition, opened, domain));

    /// <summary>
    /// Does something with the bit that all conditions around the current block hold. Later, in the order of the calls: which cases a default leaves is known
    /// only when the module is described to its end.
    /// </summary>
    public void UnderConditions(Action<Expression> action)
    {
        var conditions = _blocks.Select(b => b.Condition).ToArray();
        _atEnd.Add(() => action(conditions.Aggregate((Expression)Make.True, (all, c) => Make.Operate(BinaryOperator.And, all, c.Value))));
    }

    /// <summary>Does something when all conditions are known, and all that was to be done <see cref="UnderConditions"/>.</summary>
    public void AtLast(Action action) => _atLast.Add(action);

    /// <summary>Back to a depth; the scopes close in order, so that one left open inside lacks its <c>using</c>.</summary>
    public void LeaveTo(int depth)
    {
        if (Depth > depth + 1)
            Problems.Add(OpenScope(_blocks[depth + 1].Opened));
        _blocks.RemoveRange(depth, Depth - depth);
    }

    public void Assign(Expression target, Expression value, SourceLocation location, bool signed = false, bool isField = false)
    {
        if (SignalPart.Of(target) is not { } part || !IsTarget(part.Signal))
        {
            Report(Rule.IllegalTarget, AssignmentProblems.Target(target, Instance), location);
            return;
        }
        if (part.Indices.FirstOrDefault(i => i.Index is Literal) is { } outside)
        {
            Report(Rule.BitRange, AssignmentProblems.Outside(part.Signal, outside), location);
            return;
        }
        if (value is Literal { Width: 0 } literal)
        {
            if (Require.OutOfRange(literal.Value, part.Width, signed) is { } problem)
            {
                Report(Rule.LiteralRange, $"{Text.WithPlace(target)} is set to {literal.Value}: {problem}", location);
                return;
            }
            value = Make.Constant(literal.Value, part.Width);
        }
        if (value.Width != part.Width)
        {
            Report(Rule.WidthMismatch, AssignmentProblems.Width(target, value), location);
            return;
        }
        PartialAssignment.Add(Block, part, value, location, isField);
    }

    public Signal NewSignal(
        string name, int width, SignalKind kind, SourceLocation location, BigInteger? reset = null, EnumNames? enumeration = null, bool crossesDomains = false,
        ClockDomain? domain = null)
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
            Domain = kind is SignalKind.Register or SignalKind.ReadData ? domain ?? Domain : null,
            CrossesDomains = crossesDomains,
            Owner = Instance,
        };
        Instance.Signals.Add(signal);
        if (kind == SignalKind.Wire)
            AddLocal(signal);
        return signal;
    }

    /// <summary>A signal that the current block drives: the conditions around the block do not concern it.</summary>
    public void AddLocal(Signal signal)
    {
        if (Block != Instance.Body)
            _local.Add(signal, Block);
    }

    /// <summary>
    /// The name of what a method declares: the given one, else that of the variable that gets it, else the fallback.
    /// </summary>
    public string NameOf(string? given, SourceLocation location, string method, string fallback)
    {
        if (given is not null)
            return Written(given, location);
        var variables = SourceNames.Find(location, method, fallback);
        if (variables.Count <= 1)
            return Written(variables.FirstOrDefault(fallback), location);

        // Several declarations on one line come in their order, again and again in a loop.
        var turn = _turns.GetValueOrDefault((location, method));
        _turns[(location, method)] = turn + 1;
        return Written(variables[turn % variables.Count], location);
    }

    /// <summary>
    /// A name that nothing else in the module has: with the suffix where a port has the name already, with a number where something else has.
    /// </summary>
    public string Unique(string name, string suffix = "")
    {
        if (suffix.Length > 0 && _portNames.Contains(name))
            name = $"{name}_{suffix}";
        return _names.Unique(name);
    }

    private string Written(string given, SourceLocation location)
    {
        var name = Names.Snake(given);
        if (!Names.CanBeWritten(given))
            Instance.Warnings.Add(ChangedNames.Unwritable(given, name, location));
        return name;
    }

    private static Diagnostic OpenScope(SourceLocation opened) => new(
        Rule.OpenScope, "the block that is opened here is never closed, so that all below it would be inside: write using (…) before it", opened);

    /// <summary>True for what the module may set: its own outputs, wires and registers, and the inputs of its instances.</summary>
    public bool IsTarget(Signal signal) => signal.Kind switch
    {
        SignalKind.Output or SignalKind.Wire or SignalKind.Register => signal.Owner == Instance,
        SignalKind.Input => signal.Owner?.Parent == Instance && signal.Owner != Instance,
        _ => false,
    };
}
