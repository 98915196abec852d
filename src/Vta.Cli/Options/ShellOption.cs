using System.CommandLine;
using Vta.Hardware.Shells;
using Vta.Hdl;
using Vta.Hdl.Ir;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary>The option <c>--shell</c>: what surrounds the accelerator's core, and with it the design that a command is about.</summary>
internal static class ShellOption
{
    private static IReadOnlyCollection<string> Names => [.. Shell.All.Select(shell => shell.Name)];

    public static Option<string> Create() => new("--shell")
    {
        Description = $"What surrounds the core: {string.Join(", ", Names)}",
        HelpName = "SHELL",
        DefaultValueFactory = _ => Shell.All[0].Name,
    };

    /// <summary>The accelerator in a shell.</summary>
    /// <exception cref="VtaInputException">There is no such shell.</exception>
    public static Design Elaborate(VtaConfig config, string shell) => Shell.All.FirstOrDefault(known => known.Name == shell) is { } known
        ? known.Create(config).Elaborate()
        : throw new VtaInputException($"unknown shell '{shell}'; {NearestName.Suggest(shell, Names)}", "--shell");

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
