using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The names of a module: those of its signals, and those that expressions get.</summary>
internal sealed class ModuleScope
{
    private readonly Dictionary<Signal, string> _signals = [];
    private readonly Dictionary<Memory, string> _memories = [];
    private readonly Dictionary<EnumNames, SortedDictionary<BigInteger, (string Name, int Width)>> _enumerations = [];
    private readonly List<string> _genvars = [];
    private readonly List<string> _loopVariables = [];

    private readonly Func<CodeText> _newText;

    /// <param name="newText">Makes an empty text.</param>
    public ModuleScope(Func<CodeText> newText)
    {
        _newText = newText;
        Module = new(newText(), 0, "");
    }

    public NameTable Names { get; } = new();

    public BitUsage Usage { get; } = new();

    /// <summary>What is declared and assigned in the module itself.</summary>
    public LaneScope Module { get; }

    /// <summary>The definitions of the members of enumerations that something names.</summary>
    public IEnumerable<string> Constants => _enumerations.Values.SelectMany(e => e.Select(m =>
        $"{Declare("localparam", m.Value.Name, m.Value.Width)} = {Literals.Text(m.Key, m.Value.Width)};"));

    public IReadOnlyList<string> Genvars => _genvars;

    /// <summary>The functions that the module defines.</summary>
    public ReduceFunctions Functions => field ??= new(Names);

    /// <summary>The variable of the loop at a depth in blocks and functions; each declares its own.</summary>
    public string LoopVariable(int depth)
    {
        while (_loopVariables.Count <= depth)
            _loopVariables.Add(Names.Unique(((char)('n' - Math.Min(_loopVariables.Count, 3))).ToString()));
        return _loopVariables[depth];
    }

    /// <summary>Gives a signal a name in this module.</summary>
    public void Add(Signal signal, string name) => _signals.Add(signal, Names.Unique(name));

    /// <summary>Gives a signal the name of another.</summary>
    public void AddAlias(Signal signal, Signal named) => _signals.Add(signal, NameOf(named));

    public void Add(Memory memory) => _memories.Add(memory, Names.Unique(memory.Name));

    public string NameOf(Signal signal) => _signals[signal];

    public string NameOf(Memory memory) => _memories[memory];

    public CodeText NewText() => _newText();

    /// <summary>The loop variable of generate loops at a depth.</summary>
    public string Genvar(int depth)
    {
        while (_genvars.Count <= depth)
            _genvars.Add(Names.Unique(((char)('i' + Math.Min(_genvars.Count, 3))).ToString()));
        return _genvars[depth];
    }

    /// <summary>The name of an enumeration's member, or null where the value has none.</summary>
    public string? MemberName(EnumNames names, BigInteger value, int width)
    {
        if (names.Members.FirstOrDefault(m => m.Value == value).Name is not { } member)
            return null;
        if (!_enumerations.TryGetValue(names, out var known))
            _enumerations[names] = known = [];
        if (!known.TryGetValue(value, out var constant))
        {
            var plain = $"{Naming.Names.Snake(names.Name)}_{Naming.Names.Snake(member)}".ToUpperInvariant();
            known[value] = constant = (Names.Unique(plain), width);
        }
        return constant.Name;
    }

    /// <summary>The declaration of a packed value.</summary>
    public static string Declare(string kind, string name, int width) => width == 1 ? $"{kind} {name}" : $"{kind} [{width - 1}:0] {name}";
}
