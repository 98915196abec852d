using CsCheck;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Schedules of several outputs, which share stages.</summary>
public class SeveralOutputsTests
{
    private static readonly Env s_env = new(VtaConfig.Default);
    private static readonly int[] s_shape = [4, 2, s_env.Batch, s_env.BlockOut];

    private readonly SymbolicTensor x = Te.Placeholder(s_shape, "x", s_env.AccType);
    private readonly SymbolicTensor xBuf;
    private readonly SymbolicTensor doubled;
    private readonly SymbolicTensor low;
    private readonly SymbolicTensor high;

    public SeveralOutputsTests()
    {
        xBuf = Te.Compute(s_shape, i => x[i], "x_buf");
        doubled = Te.Compute(s_shape, i => xBuf[i] * 2, "doubled");
        low = Te.Compute(s_shape, i => doubled[i].Cast(s_env.OutType), "low");
        high = Te.Compute([2, 2, 1, 16], (i, j, b, c) => doubled[i + 2, j, b, c].Cast(s_env.OutType), "high");
    }

    [Fact]
    public void A_value_that_both_outputs_read_is_loaded_and_computed_once()
    {
        var program = Lowering.Lower(s_env, Scheduled(), [x, low, high]);
        program.Inputs.Should().Equal(x);
        program.Outputs.Should().Equal(low, high);

        var values = Enumerable.Range(-64, 128).ToArray();
        var bundle = program.Bundle(new Dictionary<SymbolicTensor, int[]> { [x] = values });
        bundle.Expected.Select(segment => segment.File).Should().Equal("expected.low.bin.gz", "expected.high.bin.gz");
        bundle.Expected[0].Data.Should().Equal(values.Select(value => (byte)(2 * value)));
        bundle.Expected[1].Data.Should().Equal(values[64..].Select(value => (byte)(2 * value)));
        var statistics = Fsim.Verify(bundle);
        (statistics[Counters.AccLoadBytes], statistics[Counters.AluSteps], statistics[Counters.OutStoreBytes]).Should().Be((512, 8, 192));
    }

    [Fact]
    public void Every_output_is_checked()
    {
        var program = Lowering.Lower(s_env, Scheduled(), [x, low, high]);
        var inputs = new Dictionary<SymbolicTensor, int[]> { [x] = new int[128] };
        var bundle = program.Bundle(inputs, new Dictionary<SymbolicTensor, int[]> { [high] = [.. Enumerable.Repeat(1, 64)] });
        bundle.Compare(bundle.CreateDram()).Should().ContainSingle().Which.File.Should().Be("expected.high.bin.gz");
        Refusal.Of(() => program.Bundle(inputs, low), "main computes low, high; Bundle without a result checks all of them");
    }

    [Fact]
    public void Any_schedule_of_several_outputs_is_right()
    {
        var verified = 0;
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Gen.Int[0, 1_000_000]).Sample(
            (config, seed) =>
            {
                try
                {
                    Fsim.Verify(RandomOutputs.Create(seed, TestConfigs.All[config]).Bundle, $"config {config}");
                    verified++;
                }
                catch (VtaInputException exception)
                {
                    exception.Message.Should().MatchRegex("needs [0-9]+ elements of the");
                }
            },
            iter: 60,
            threads: 1);
        verified.Should().BeGreaterThan(40);
    }

    [Fact]
    public void Outputs_are_different_and_computed()
    {
        Refusal.Of(() => Te.CreateSchedule([low, high, low]), "low is listed twice among the outputs");
        Refusal.Of(() => Te.CreateSchedule([low, x]), "x is an input; a schedule computes something");
        Refusal.Of(() => Te.CreateSchedule([]), "a schedule without outputs computes nothing");
    }

    [Fact]
    public void Outputs_are_arguments()
    {
        Refusal.Of(() => Lowering.Lower(s_env, Scheduled(), [x, low]), "high is computed, and is not among the arguments x, low");
        Refusal.Of(() => Lowering.Lower(s_env, Scheduled(), [x, low, high, doubled]),
            "doubled is among the arguments, and is neither an input nor an output; the schedule computes low, high");
    }

    [Fact]
    public void Outputs_are_computed_as_a_whole()
    {
        var next = Te.Compute(s_shape, i => low[i].Cast(s_env.AccType), "next");
        var s = Te.CreateSchedule([low, next]);
        Refusal.Of(() => s[low].ComputeAt(s[next], s[next].Axis[0]), "ComputeAt of low: it is an output, which is computed as a whole");
        Refusal.Of(() => s[low].ComputeInline(), "low is what the schedule computes, so there is nothing to inline it into");
        Refusal.Of(() => s[low].SetScope(s_env.AccScope),
            "low is an output, which is in DRAM; CacheWrite makes a copy of it that can be in local.acc_buffer");
    }

    [Fact]
    public void What_two_outputs_read_is_computed_before_both()
    {
        var s = Scheduled();
        s[doubled].ComputeAt(s[low], s[low].Axis[0]);
        Refusal.Of(() => Lowering.Lower(s_env, s, [x, low, high]), "doubled cannot be computed at i0 of low: high, which reads it, is computed outside of "
            + "that loop; legal places are none");
    }

    private Schedule Scheduled()
    {
        var s = Te.CreateSchedule([low, high]);
        s[xBuf].SetScope(s_env.AccScope);
        s[doubled].SetScope(s_env.AccScope);
        s[xBuf].Pragma(s[xBuf].Axis[0], s_env.DmaCopy);
        s[doubled].Pragma(s[doubled].Axis[0], s_env.Alu);
        s[low].Pragma(s[low].Axis[0], s_env.DmaCopy);
        s[high].Pragma(s[high].Axis[0], s_env.DmaCopy);
        return s;
    }
}
