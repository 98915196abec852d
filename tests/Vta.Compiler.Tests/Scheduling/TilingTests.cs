using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tilings;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;

namespace Vta.Compiler.Tests.Scheduling;

/// <summary>The tiling that is found, against all that there are.</summary>
public sealed class TilingTests
{
    private static readonly VtaConfig s_config = VtaConfig.Default;
    private static readonly OutputStage s_stage = new(HasBias: false, Shift: 8, Clip: (0, 127));

    public static TheoryData<string> ResNet18 => [.. Layers.Convolutions.Names.Where(name => name.StartsWith("resnet18", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ResNet18))]
    public void The_roofline_is_within_15_percent_of_the_best_of_all_tilings(string layer)
    {
        var shape = Layers.Convolutions.Find(layer);
        var layout = new ConvolutionLayout(shape, s_config);
        var cost = new ConvolutionCost(s_config, layout, s_stage);
        var best = new TilingSpace(s_config, layout, s_stage).All().Min(cost.Roofline);

        var found = ConvolutionScheduler.Choose(s_config, shape, s_stage);

        cost.Roofline(found).Should().BeLessThanOrEqualTo(best * 115 / 100);
    }

    /// <summary>The comparison above is worth what the estimate is: it is held against the instructions of programs.</summary>
    [Fact]
    public void The_estimated_roofline_is_that_of_the_program()
    {
        var random = new Random(1);
        var shape = Layers.Convolutions.Find("resnet18.c10") with { Height = 10, Width = 12 };
        var layout = new ConvolutionLayout(shape, s_config);
        var cost = new ConvolutionCost(s_config, layout, s_stage);
        var all = new TilingSpace(s_config, layout, s_stage).All().ToArray();
        for (var sample = 0; sample < 30; sample++)
        {
            var schedule = all[random.Next(all.Length)];
            var program = new ConvolutionTask { Title = "sample", Config = s_config, Shape = shape, Stage = s_stage, Seed = 0, Schedule = schedule }.Compile();

            var bound = Roofline.Of(program.Bundle).Cycles;

            cost.Roofline(schedule).Should().BeCloseTo(bound, (ulong)bound / 20, "{0}", schedule);
        }
    }
}
