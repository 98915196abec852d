using System.CommandLine;
using Vta.Hardware;
using Vta.Hdl;
using Vta.Hdl.Ir;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary>The option <c>--shell</c>: what surrounds the accelerator's core, and with it the design that a command is about.</summary>
internal static class ShellOption
{
    private static readonly Dictionary<string, Func<VtaConfig, Module>> Shells = new()
    {
        ["sim"] = config => new Accelerator(config),
        ["axi"] = config => new AxiShell(config),
    };

    public static Option<string> Create() => new("--shell")
    {
        Description = $"What surrounds the core: {string.Join(", ", Shells.Keys)}",
        HelpName = "SHELL",
        DefaultValueFactory = _ => "sim",
    };

    /// <summary>The accelerator in a shell.</summary>
    /// <exception cref="VtaInputException">There is no such shell.</exception>
    public static Design Elaborate(VtaConfig config, string shell) => Shells.TryGetValue(shell, out var create)
        ? create(config).Elaborate()
        : throw new VtaInputException($"unknown shell '{shell}'; {NearestName.Suggest(shell, Shells.Keys)}", "--shell");

    /// <summary>A module of a design, by its name in Verilog.</summary>
    /// <exception cref="VtaInputException">There is no such module.</exception>
    public static ModuleInstance Find(Design design, string unit, string option)
    {
        var modules = design.Top.SelfAndDescendants().ToList();
        return modules.Find(module => module.DefinitionName.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? throw new VtaInputException(
                $"unknown module '{unit}'; {NearestName.Suggest(unit, [.. modules.Select(module => module.DefinitionName).Distinct()])}", option);
    }
}
