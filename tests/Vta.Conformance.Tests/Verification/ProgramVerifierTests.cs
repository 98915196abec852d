using Vta.Compiler.Verification.Programs;
using Vta.Conformance.Tests.Suite;
using Vta.Fuzzing.Comparison;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.NetworkCompiler;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Verification;

/// <summary>
/// The verifier accepts good programs and rejects bad ones, and what it accepts gives the same result in every order. <c>VTA_PLANTED_MISTAKES</c> and
/// <c>VTA_CHECKED_PROGRAMS</c> say how many programs are tried.
/// </summary>
public sealed class ProgramVerifierTests
{
    private static readonly int s_mistakes = Knob("VTA_PLANTED_MISTAKES", 60);
    private static readonly int s_programs = Knob("VTA_CHECKED_PROGRAMS", 200);

    private static readonly string[] s_configurations =
    [
        "",
        "LOG_BATCH=1",
        "LOG_BLOCK=3 LOG_UOP_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=15 LOG_PAR_BUFF_SIZE=12 PAD_VALUE=1 GEMM_OVERWRITE=1 DEPTHWISE_TAPS=8",
        "LOG_BUS_WIDTH=9 LOG_BLOCK=0 LOG_UOP_BUFF_SIZE=4 LOG_INP_BUFF_SIZE=3 LOG_WGT_BUFF_SIZE=4 LOG_ACC_BUFF_SIZE=5",
    ];

    public static TheoryData<string> Bundles => [.. DeviceSuite.Bundles];

    public static TheoryData<string> Models => [.. GoldenModel.Names];

    public static TheoryData<string> Configurations => [.. s_configurations];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void A_recorded_program_is_accepted(string name) => ShouldBeAccepted(CheckedPrograms.Recorded(name));

    [Fact]
    public void What_the_compiler_emits_is_accepted_without_a_word()
    {
        foreach (var bundle in CheckedPrograms.Compiled)
            ProgramVerifier.Check(bundle).Findings.Should().BeEmpty($"of {bundle.Name}");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_network_is_accepted_without_a_word(string name)
    {
        foreach (var bundle in CompiledNetwork.Compile(new GoldenModel(name).Network, NetworkConfiguration.WithExtensions(VtaConfig.Default)).Programs)
            ProgramVerifier.Check(bundle).Findings.Should().BeEmpty($"of {name}");
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Random_programs_that_are_right_are_accepted(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        for (var seed = 0; seed < s_programs; seed++)
            ShouldBeAccepted(CheckedPrograms.RandomLegal(config, seed));
    }

    /// <summary>Programs with a token too few, too many or for the wrong neighbour; orders show which of them are wrong, and that mended ones are not.</summary>
    [Fact]
    public void Tokens_that_change_what_programs_do_are_found_and_mended()
    {
        var random = new Random(1);
        var programs = CheckedPrograms.Compiled.Concat(CheckedPrograms.ShortRecorded).ToList();
        var (wrong, named) = (0, 0);
        for (var seed = 0; seed < s_mistakes; seed++)
        {
            var good = programs[seed % programs.Count];
            var mistake = PlantedMistake.OfTokens(good, random);
            var meant = InterleavedRun.Of(good, units => units[0])!;
            if (IsRight(mistake.Bundle, seed, meant))
                continue;
            var report = ProgramVerifier.Check(mistake.Bundle);
            report.IsAccepted.Should().BeFalse($"of {mistake.Description}");
            foreach (var mend in report.Findings[0].Mends)
                IsRight(PlantedMistake.Mended(mistake.Bundle, mend), seed, meant).Should().BeTrue($"of {mistake.Description}, mended: {mend}");
            wrong++;
            named += Names(report, mistake.Instruction) ? 1 : 0;
        }
        wrong.Should().BeGreaterThan(s_mistakes / 2);

        // Of two instructions that give each other tokens, the other one can be mended too.
        named.Should().BeGreaterThanOrEqualTo(wrong - wrong / 50, $"of {wrong}");
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Random_programs_that_are_accepted_give_one_result(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        var random = new Random(2);
        for (var seed = 0; seed < s_mistakes; seed++)
        {
            var mistake = PlantedMistake.OfTokens(CheckedPrograms.RandomLegal(config, seed), random);
            if (ProgramVerifier.Check(mistake.Bundle).IsAccepted)
                IsRight(mistake.Bundle, seed, null).Should().BeTrue($"of {mistake.Description}");
        }
    }

    [Fact]
    public void Transfers_beyond_buffers_and_memory_are_found()
    {
        var random = new Random(3);
        for (var i = 0; i < s_mistakes; i++)
        {
            var bundle = CheckedPrograms.Compiled[i % CheckedPrograms.Compiled.Count];
            foreach (var mistake in new[] { PlantedMistake.OfElements(bundle, random), PlantedMistake.OfAddresses(bundle, random) })
            {
                var report = ProgramVerifier.Check(mistake.Bundle);
                report.IsAccepted.Should().BeFalse($"of {mistake.Description}");
                Names(report, mistake.Instruction).Should().BeTrue($"of {mistake.Description}, not {string.Join("; ", report.Findings)}");
            }
        }
    }

    private static int Knob(string name, int value) => int.TryParse(Environment.GetEnvironmentVariable(name), out var count) ? count : value;

    private static void ShouldBeAccepted(ProgramBundle bundle) =>
        ProgramVerifier.Check(bundle).Findings.Where(finding => finding.Level == ProgramFindingLevel.Error).Select(finding => $"{finding.Message}: {string.Join("; ", finding.Instructions)}")
            .Should().BeEmpty($"of {bundle.Name}");

    /// <summary>Whether each order that is tried comes to the same end, which is that of the program meant where there is one.</summary>
    private static bool IsRight(ProgramBundle bundle, int seed, Dram? meant)
    {
        foreach (var choice in InterleavedRun.Choices(seed))
        {
            if (InterleavedRun.Of(bundle, choice) is not { } result)
                return false;
            if (meant is not null && FirstDifference(bundle, meant, result) is not null)
                return false;
            meant ??= result;
        }
        return true;
    }

    /// <summary>Where memory differs, instructions aside.</summary>
    private static uint? FirstDifference(ProgramBundle bundle, Dram meant, Dram result)
    {
        foreach (var launch in bundle.Launches)
        {
            meant.Clear(launch.InstructionAddress, launch.InstructionCount * InstructionWord.Bytes);
            result.Clear(launch.InstructionAddress, launch.InstructionCount * InstructionWord.Bytes);
        }
        return meant.FirstDifference(result);
    }

    /// <summary>Whether the first error names an instruction, or its mend does.</summary>
    private static bool Names(ProgramReport report, uint instruction)
    {
        var first = report.Findings.First(finding => finding.Level == ProgramFindingLevel.Error);
        return first.Instructions.Any(each => each.Index == instruction) || first.Mends.SelectMany(mend => mend.Changes).Any(change => change.First <= instruction && instruction <= change.Last);
    }
}
