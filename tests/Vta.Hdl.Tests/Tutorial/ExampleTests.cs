using HdlTutorial;
using Vta.Hdl.Formal;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Tutorial;

/// <summary>What holds of every design of the tutorial.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names => [.. Example.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_in_it_is_without_effect(string name) => Find(name).Design().Elaborate().Warnings.Should().BeEmpty();

    [ToolTheory("verilator")]
    [MemberData(nameof(Names))]
    public void Verilator_has_nothing_to_say_of_its_Verilog(string name)
    {
        using var folder = new EmittedFolder(Find(name).Design().Elaborate());

        ExternalTool.Run("verilator", ["--lint-only", "-Wall", .. folder.Files]).Should().Be((0, ""));
    }

    [ToolTheory("yosys", "yosys-smtbmc", "z3")]
    [MemberData(nameof(Names))]
    public void It_is_proven(string name)
    {
        var result = Prover.Prove(Find(name).Proof(), new() { Depth = Find(name).Depth });

        result.IsProven.Should().BeTrue(result.Message);
    }

    private static Example Find(string name) => Example.All.Single(e => e.Name == name);
}
