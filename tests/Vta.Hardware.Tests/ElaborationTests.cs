using Vta.Isa;

namespace Vta.Hardware.Tests;

public sealed class ElaborationTests
{
    [Fact]
    public void Default_configuration_elaborates()
    {
        var design = new Accelerator(VtaConfig.Default).Elaborate();

        design.Top.DefinitionName.Should().Be("Vta");
    }
}
