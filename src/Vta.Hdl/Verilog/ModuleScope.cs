using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>The names of a module: those of its signals, and those that expressions get.</summary>
internal sealed class ModuleScope
{
    private readonly Dictionary<Signal, string> _signals = [];
    private readonly Dictionary<Memory, string> _memories = [];
    private readonly Dictionary<EnumNames, Dictionary<string, string>> _enumMembers = [];
    private readonly Dictionary<string, string> _constants = [];
    private readonly List<string> _genvars = [];

    public ModuleScope(string sourceFile)
    {
        SourceFile = sourceFile;
        Module = new(new CodeText(sourceFile), 0, "");
    }

    public string SourceFile { get; }

    public NameTable Names { get; } = new();

    public BitUsage Usage { get; } = new();

    /// <summary>What is declared and assigned in the module itself.</summary>
    public LaneScope Module { get; }

    /// <summary>The constants for members of enumerations that something names: name and definition.</summary>
    public IReadOnlyDictionary<string, string> Constants => _constants;

    public IReadOnlyList<string> Genvars => _genvars;

    /// <summary>Gives a signal a name in this module.</summary>
    public void Add(Signal signal, string name) => _signals.Add(signal, Names.Unique(name));

    public void Add(Memory memory) => _memories.Add(memory, Names.Unique(memory.Name));

    public string NameOf(Signal signal) => _signals[signal];

    public string NameOf(Memory memory) => _memories[memory];

    public CodeText NewText() => new(SourceFile);

    /// <summary>The loop variable of generate loops at a depth.</summary>
    public string Genvar(int depth)
    {
        while (_genvars.Count <= depth)
            _genvars.Add(Names.Unique(((char)('i' + Math.Min(_genvars.Count, 3))).ToString()));
        return _genvars[depth];
    }

    /// <summary>The name of an enumeration's member, or null where the value has none.</summary>
    public string? MemberName(EnumNames names, System.Numerics.BigInteger value, int width)
    {
        if (names.Members.FirstOrDefault(m => m.Value == value).Name is not { } member)
            return null;
        if (!_enumMembers.TryGetValue(names, out var known))
            _enumMembers[names] = known = [];
        if (!known.TryGetValue(member, out var name))
        {
            var plain = $"{Elaboration.Names.Snake(names.Name)}_{Elaboration.Names.Snake(member)}".ToUpperInvariant();
            known[member] = name = Names.Unique(plain);
            _constants.Add(name, $"localparam [{width - 1}:0] {name} = {Literals.Text(value, width)};");
        }
        return name;
    }

    /// <summary>The declaration of a packed value.</summary>
    public static string Declare(string kind, string name, int width) => width == 1 ? $"{kind} {name}" : $"{kind} [{width - 1}:0] {name}";
}
