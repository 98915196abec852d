using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Verilog;

/// <summary>What a parent has to know of a module that it instantiates.</summary>
/// <param name="Name">The name of the Verilog module.</param>
/// <param name="Clocks">The clocks that it has ports for, in their order.</param>
/// <param name="Names">The names declared inside.</param>
internal sealed record Definition(string Name, IReadOnlyList<ClockPort> Clocks, NameTable Names)
{
    public bool NeedsReset => Clocks.Any(c => c.NeedsReset);
}

/// <summary>The modules written so far. Instances whose text is the same share one.</summary>
internal sealed class DefinitionLibrary(VerilogDialect dialect)
{
    private readonly Dictionary<(string Name, string Text), Definition> _byText = [];
    private readonly Naming.UniqueNames _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly MemoryFiles _memoryFiles = new();
    private readonly List<VerilogFile> _modules = [];

    /// <summary>What memories read, then the modules.</summary>
    public IReadOnlyList<VerilogFile> Files => [.. _memoryFiles.Files, .. _modules];

    public VerilogNames Names { get; } = new();

    public Definition Define(ModuleInstance module)
    {
        // A prover gets the model of a black box in its place.
        if (module.External is { } external && !dialect.IsFormal)
            return new(module.DefinitionName, ClocksOf(module, external), new());
        var children = module.Instances.ToDictionary(i => i, Define);
        var writer = new ModuleWriter(module, children, dialect, _memoryFiles);
        var body = writer.Write();
        writer.Publish(Names);
        var key = (module.DefinitionName, body);
        if (_byText.TryGetValue(key, out var known))
            return known;

        var name = _names.Unique(Keywords.Escape(Naming.Names.Definition(module.DefinitionName)));
        _modules.Add(new(name + VerilogFile.ModuleExtension, ModuleHeader.Write(module, name) + $"module {name} {body}"));
        return _byText[key] = new(name, [.. writer.Clocks.Where(c => c.Ports.Any())], writer.Names);
    }

    private static IReadOnlyList<ClockPort> ClocksOf(ModuleInstance module, ExternalModule external) => external.ClockPin is null && external.ResetPin is null
        ? []
        : [ClockPort.Of(module.Domain, module) with { NeedsReset = external.ResetPin is not null }];
}
