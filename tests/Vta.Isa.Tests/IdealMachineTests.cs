using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;

namespace Vta.Isa.Tests;

public sealed class IdealMachineTests
{
    /// <summary>What another model of the same machine says, which moves whole beats where this one lets work flow.</summary>
    [Theory]
    [InlineData("tvm-resnet18-c8", 470_875)]
    [InlineData("tvm-tutorial-convolution-opt", 469_566)]
    [InlineData("tvm-tutorial-vta-get-started", 1_229)]
    [InlineData("tvm-alu-2", 1_229)]
    [InlineData("tvm-gemm-1", 380)]
    [InlineData("tvm-padded-load-4", 236)]
    [InlineData("onera-lenet5-layer2", 5_120)]
    [InlineData("onera-add-16x16matrix", 326)]
    [InlineData("onera-matrix-16x16-relu", 292)]
    [InlineData("onera-matrix-maxpool", 477)]
    [InlineData("tvm-1x8-gemm-1", 176)]
    [InlineData("tvm-2x16-alu-1", 1_355)]
    public void Known_programs(string name, long published)
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program(name));

        var cycles = Ends(bundle).Max();

        cycles.Should().BeInRange(Roofline.Of(bundle).Cycles, (published * 1.003) + 1);
        cycles.Should().BeGreaterThan((published * 0.997) - 18);
    }

    [Fact]
    public void Instructions_of_a_unit_end_in_their_order()
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-tutorial-convolution-opt"));

        foreach (var unit in Program(bundle).Zip(Ends(bundle)).GroupBy(pair => InstructionWork.Of(bundle.Config, pair.First).Unit))
            unit.Select(pair => pair.Second).Should().BeInAscendingOrder();
    }

    private static IReadOnlyList<double> Ends(ProgramBundle bundle) => IdealMachine.Ends(bundle.Config, [.. Program(bundle)]);

    private static IEnumerable<Instructions.InstructionWord> Program(ProgramBundle bundle) =>
        LaunchInstructions.Fetched(bundle.Config, bundle.CreateDram(), bundle.Launches.Single());
}
