using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;

namespace Vta.Isa.Tests;

public sealed class RooflineTests
{
    /// <summary>The bounds that the programs of other toolchains were published with.</summary>
    [Theory]
    [InlineData("tvm-resnet18-c8", 467_574)]
    [InlineData("tvm-tutorial-convolution-opt", 464_268)]
    [InlineData("tvm-tutorial-vta-get-started", 1_088)]
    [InlineData("tvm-alu-2", 1_088)]
    [InlineData("tvm-gemm-1", 322)]
    [InlineData("tvm-padded-load-4", 155)]
    [InlineData("onera-lenet5-layer2", 3_741)]
    [InlineData("onera-add-16x16matrix", 288)]
    [InlineData("onera-matrix-16x16-relu", 226)]
    [InlineData("onera-matrix-maxpool", 448)]
    [InlineData("tvm-1x8-gemm-1", 126)]
    [InlineData("tvm-2x16-alu-1", 1_088)]
    public void Bounds_of_known_programs(string bundle, long cycles)
    {
        Roofline.Of(ProgramBundle.Load(RepositoryFiles.Program(bundle))).Cycles.Should().Be(cycles);
    }
}
