using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tutorials;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>The convolution of TVM's tutorial prints the tutorial's listings: the same loops, intrinsics, arguments and tokens.</summary>
public class ConvolutionTutorialTests
{
    private readonly ConvolutionTutorial tutorial =
        new(VtaConfig.Default, Layers.Convolutions.Find("resnet18.c8"), new OutputStage(Shift: 8, Clip: (0, 127)));

    [Fact]
    public void DefaultSchedule() => ScriptEquivalence.Verify(tutorial.LowerForHost().ToString(), Listing("default"));

    [Fact]
    public void TiledWithVirtualThreads()
    {
        tutorial.Block();
        tutorial.Thread();
        // The listing's names of the accumulators claim a size beyond any memory; what is allocated is the same.
        ScriptEquivalence.Verify(tutorial.LowerForHost().ToString(), Listing("tiled"));
    }

    [Fact]
    public void Lowered() => ScriptEquivalence.Verify(Offloaded().ToString(), Listing("lowered"));

    [Theory]
    [InlineData("coproc_dep_pop(1, 2)", "coproc_dep_pop(2, 1)")]
    [InlineData("8, 98, 0, 9", "8, 98, 0, 10")]
    [InlineData("cthread_s * 72", "cthread_s * 73")]
    [InlineData("range(16)", "range(15)")]
    public void TheComparisonSeesDifferences(string text, string other)
    {
        Offloaded().ToString().Should().Contain(text);
        var compare = () => ScriptEquivalence.Verify(Offloaded().ToString().Replace(text, other, StringComparison.Ordinal), Listing("lowered"));
        compare.Should().Throw<Xunit.Sdk.XunitException>();
    }

    private LoweredProgram Offloaded()
    {
        if (tutorial.Schedule[tutorial.Result].LeafAxis.Count > 6)
            return tutorial.Lower();
        tutorial.Block();
        tutorial.Thread();
        tutorial.Offload();
        return tutorial.Lower();
    }

    private static string Listing(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tutorials", "Listings", $"{name}.txt"));

    /// <summary>Of 56 columns the last tile has 16, which need 17 inputs of 42.</summary>
    [Fact]
    public void LastTileThatOverhangsByMoreThanPaddingCan()
    {
        var tutorial = new ConvolutionTutorial(VtaConfig.Default, Layers.Convolutions.Find("resnet18.c2"), new OutputStage(Shift: 8, Clip: (0, 127)));
        tutorial.Block(outChannel: 64, width: 40);
        tutorial.Offload();

        var lower = () => tutorial.Lower();

        lower.Should().Throw<VtaInputException>().Which.Message.Should().MatchRegex(
            "^dma_copy of data_buf: .* is shorter by 25 in the last tile, which is padded to the length of the others as rows are padded too, "
            + "and an instruction pads by 15 at most; choose a factor that leaves a longer last tile$");
    }
}
