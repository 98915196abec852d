using Vta.Hardware.Shells;
using Vta.Hdl.Diagrams;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Hardware.Tests;

public sealed class DiagramTests
{
    [Fact]
    public void The_drawing_of_the_core_is_the_one_in_the_documentation()
    {
        var core = new Accelerator(VtaConfig.Default).Elaborate().Top.SelfAndDescendants().First(module => module.DefinitionName == "Core");

        GoldenFile.VerifyIn("docs", "core.svg", BlockDiagram.Of(core));
    }

    [Fact]
    public void Boxes_and_lines_of_every_unit_keep_clear_of_each_other()
    {
        var units = new AxiShell(VtaConfig.Default).Elaborate().Top.SelfAndDescendants().DistinctBy(module => module.DefinitionName);

        foreach (var unit in units)
            DiagramGeometry.Problems(BlockDiagram.Of(unit)).Should().BeEmpty(unit.DefinitionName);
    }
}
