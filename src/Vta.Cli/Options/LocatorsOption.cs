using System.CommandLine;
using Vta.Hdl.Verilog;
using Vta.Isa;

namespace Vta.Cli.Options;

/// <summary>The option <c>--locators</c>: which lines of Verilog say where they come from.</summary>
internal static class LocatorsOption
{
    private static readonly Dictionary<string, Locators> Choices = new()
    {
        ["others"] = Locators.OtherFiles,
        ["files"] = Locators.OtherFilesWithoutLines,
        ["all"] = Locators.All,
        ["none"] = Locators.None,
    };

    public static Option<string> Create() => new("--locators")
    {
        Description = "Lines that say where in C# they come from: others (than the file that the header names), files (the same without line numbers), all, none",
        HelpName = "LINES",
        DefaultValueFactory = _ => "others",
    };

    /// <summary>What was chosen.</summary>
    /// <exception cref="VtaInputException">There is no such choice.</exception>
    public static Locators Of(string choice) => Choices.TryGetValue(choice, out var locators)
        ? locators
        : throw new VtaInputException($"unknown choice of lines '{choice}'; {NearestName.Suggest(choice, Choices.Keys)}", "--locators");
}
