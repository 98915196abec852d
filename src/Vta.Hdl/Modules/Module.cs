using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;
using Vta.Hdl.Naming;

namespace Vta.Hdl;

/// <summary>
/// A hardware module. Fields initialised with <see cref="In{T}"/>, <see cref="Out{T}"/>, <see cref="Sink{T}"/> and <see cref="Source{T}"/> are its
/// ports; <see cref="Build"/> describes what it does. Instances are made inside Build of the parent with <see cref="Instance{T}"/>; the clock
/// and the reset are implicit (<see cref="ClockDomain"/>).
/// </summary>
public abstract partial class Module : IDescription
{
    private readonly List<Signal> _ports;

    /// <summary>Takes the ports that the field initialisers declared.</summary>
    protected Module() => _ports = PortList.Take(this);

    /// <summary>
    /// The name of the module in Verilog. Two modules of one name with different contents are told apart by a suffix, so a module with
    /// parameters gives a name that shows them.
    /// </summary>
    protected virtual string DefinitionName => GetType().Name.Split('`')[0];

    /// <summary>
    /// The clock domain of what the module describes without one, and of the modules inside it: its clock, its edge, its reset. Null for that of the place where
    /// it is instantiated; as the top of a design, <see cref="ClockDomain.Main"/>.
    /// </summary>
    protected virtual ClockDomain? DefaultDomain => null;

    /// <summary>Describes the module: instances, registers, and what drives the outputs.</summary>
    protected abstract void Build();

    /// <summary>Elaborates this module alone as the top of a design, and checks it.</summary>
    /// <exception cref="HdlException">The description breaks rules of the HDL (HW0001 to HW0025); carries all that were found.</exception>
    public Design Elaborate()
    {
        var top = new ModuleInstance(DefinitionName, DefinitionName, SourceLocation.Unknown) { Domain = DefaultDomain ?? ClockDomain.Main };
        var problems = Describe(top);
        return problems.Count > 0 ? throw new HdlException(problems) : DeepStack.Run(() => Design.Checked(top));
    }

    /// <summary>An input of this type; the port takes the name of the field.</summary>
    protected static T In<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Port.In(type, name, file, line);

    /// <summary>An input of one bit.</summary>
    protected static Bool In([CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Port.In(Hw.Bool(), name, file, line);

    /// <summary>An output of this type.</summary>
    protected static T Out<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Port.Out(type, name, file, line);

    /// <summary>An output of one bit.</summary>
    protected static Bool Out([CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Port.Out(Hw.Bool(), name, file, line);

    /// <summary>A bidirectional pin of this type, which is there at the top of a design and on black boxes.</summary>
    protected static Inout<T> Inout<T>(
        PackedType<T> type, Pull pull = Pull.None, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Packed => Port.Inout(type, pull, name, file, line);

    /// <summary>A stream that the module consumes.</summary>
    protected static Stream<T> Sink<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Port.Sink(type, name, file, line);

    /// <summary>A stream that the module produces.</summary>
    protected static Stream<T> Source<T>(
        HwType<T> type, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data => Port.Source(type, name, file, line);

    /// <summary>An interface that the module offers: its ports have the directions that it declares, and names behind that of the field.</summary>
    protected static T Ports<T>(
        Func<T> constructor, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Interface => InterfaceBinder.Declare(constructor, name, isFlipped: false, new(file, line));

    /// <summary>An interface that the module uses: its ports have the opposite of the directions that it declares.</summary>
    protected static T Flipped<T>(
        Func<T> constructor, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Interface => InterfaceBinder.Declare(constructor, name, isFlipped: true, new(file, line));

    /// <summary>
    /// Puts a module inside this one and describes it. Its inputs are set here, its outputs read. It is there under all conditions; its inputs take what the block
    /// that it stands in sets them to. Where <paramref name="resetWhen"/> is given,
    /// everything inside is reset in the cycles in which it is high, too.
    /// </summary>
    /// <exception cref="HdlException">HW0006: the object is instantiated a second time, or nothing is being described.</exception>
    public static TModule Instance<TModule>(
        TModule module, string? name = null, Bool? resetWhen = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TModule : Module
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        var instance = new ModuleInstance(
            module.DefinitionName, context.Unique(context.NameOf(name, location, nameof(Instance), Names.Snake(module.GetType().Name.Split('`')[0])), "unit"), location)
        {
            Parent = context.Instance,
            ResetWhen = resetWhen?.Expression,
            Domain = module.DefaultDomain ?? context.Domain,
        };
        context.Instance.Instances.Add(instance);
        module.Describe(instance);
        foreach (var input in instance.Ports.Where(p => p.Kind == SignalKind.Input))
            context.AddLocal(input);
        return module;
    }

    /// <summary>Refuses a parameter that the module can't be built for.</summary>
    /// <exception cref="HdlException">HW0011: the condition does not hold.</exception>
    protected void Require(bool condition, [CallerArgumentExpression(nameof(condition))] string rule = "")
    {
        if (!condition)
            throw new HdlException(Rule.Parameter, $"{DefinitionName} needs {rule}", BuildContext.PlaceOfInstance());
    }

    /// <summary>Shows a parameter in the comment above the module's Verilog.</summary>
    protected void Parameter(string name, object value) => BuildContext.Current(SourceLocation.Unknown).Instance.Parameters
        .Add((name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    private IReadOnlyList<Diagnostic> Describe(ModuleInstance instance)
    {
        PortList.RequireNone();
        instance.Ports.AddRange(_ports);
        foreach (var port in _ports)
        {
            if (port.Owner is not null)
                throw new HdlException(Rule.OutsideBuild, $"the {DefinitionName} object is instantiated a second time; make a new one", instance.Location);
            port.Owner = instance;
        }
        return BuildContext.Run(instance, Build);
    }
}
