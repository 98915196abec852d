using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Simulator.Tests;

/// <summary>The simulator against <see cref="ReferenceDevice"/>, for many shapes and every width of vectors.</summary>
public sealed class RandomProgramTests
{
    private const int Seeds = 60;

    private static readonly string[] Configs =
    [
        "", "LOG_BATCH=1", "LOG_BATCH=2 LOG_BLOCK=2 LOG_ACC_BUFF_SIZE=13", "LOG_BLOCK=5", "LOG_BLOCK=6 LOG_WGT_BUFF_SIZE=20",
        "LOG_BLOCK=3 LOG_UOP_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=15",
        "LOG_BLOCK_IN=3 LOG_BLOCK_OUT=5", "LOG_BLOCK_IN=5 LOG_BLOCK_OUT=3 LOG_ACC_BUFF_SIZE=16", "LOG_BLOCK_IN=4 LOG_BLOCK_OUT=1 LOG_WGT_BUFF_SIZE=15 LOG_ACC_BUFF_SIZE=12",
        "LOG_BLOCK=1 LOG_INP_BUFF_SIZE=8 LOG_WGT_BUFF_SIZE=8 LOG_ACC_BUFF_SIZE=9",
        "LOG_BLOCK=0 LOG_INP_BUFF_SIZE=6 LOG_WGT_BUFF_SIZE=6 LOG_ACC_BUFF_SIZE=9",
        "LOG_BATCH=3 LOG_BLOCK_IN=0 LOG_BLOCK_OUT=2 LOG_INP_BUFF_SIZE=9 LOG_WGT_BUFF_SIZE=9 LOG_ACC_BUFF_SIZE=12",
        "LOG_ACC_WIDTH=4 LOG_ACC_BUFF_SIZE=15", "LOG_ACC_WIDTH=3 LOG_ACC_BUFF_SIZE=14", "LOG_INP_WIDTH=2 LOG_WGT_WIDTH=2 LOG_INP_BUFF_SIZE=14 LOG_WGT_BUFF_SIZE=16",
        "LOG_INP_WIDTH=1 LOG_WGT_WIDTH=1 LOG_INP_BUFF_SIZE=12 LOG_WGT_BUFF_SIZE=14", "LOG_WGT_WIDTH=2 LOG_WGT_BUFF_SIZE=16 LOG_ACC_WIDTH=4 LOG_ACC_BUFF_SIZE=16",
        "LOG_UOP_BUFF_SIZE=4 LOG_INP_BUFF_SIZE=6 LOG_WGT_BUFF_SIZE=10 LOG_ACC_BUFF_SIZE=9",
        "LOG_PAR_BUFF_SIZE=14", "PAD_VALUE=1", "GEMM_OVERWRITE=1", "DEPTHWISE_TAPS=3",
        "LOG_PAR_BUFF_SIZE=13 PAD_VALUE=1 GEMM_OVERWRITE=1 LOG_BATCH=1 LOG_BLOCK=3 LOG_WGT_BUFF_SIZE=16 DEPTHWISE_TAPS=8",
        "LOG_PAR_BUFF_SIZE=8 PAD_VALUE=1 GEMM_OVERWRITE=1 LOG_BLOCK_IN=0 LOG_BLOCK_OUT=2 LOG_INP_BUFF_SIZE=9 LOG_WGT_BUFF_SIZE=9 LOG_ACC_BUFF_SIZE=12",
        "LOG_PAR_BUFF_SIZE=10 PAD_VALUE=1 GEMM_OVERWRITE=1 LOG_INP_WIDTH=2 LOG_WGT_WIDTH=2 LOG_INP_BUFF_SIZE=14 LOG_WGT_BUFF_SIZE=16 DEPTHWISE_TAPS=5",
    ];

    public static TheoryData<string> ConfigChanges => [.. Configs];

    [Theory]
    [MemberData(nameof(ConfigChanges))]
    public void Legal_programs_do_what_the_reference_does(string changes) =>
        RunAll(changes, isLegal: true).Should().Be(Faults.None);

    [Theory]
    [MemberData(nameof(ConfigChanges))]
    public void Illegal_programs_do_what_the_reference_does(string changes) =>
        RunAll(changes, isLegal: false).Should().Be(Faults.Index | Faults.Illegal | Faults.Bus | Faults.Tokens, "a test of faults raises them");

    /// <summary>Runs all seeds on the reference and on a device for each width of vectors; memories are kept from seed to seed.</summary>
    /// <returns>All faults that were raised.</returns>
    private static Faults RunAll(string changes, bool isLegal)
    {
        var config = VtaConfig.Default.With([.. changes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(change => change.Split('=')).Select(pair => (pair[0], int.Parse(pair[1])))]);
        var reference = new ReferenceDevice(config);
        var simulators = new[] { 1, 4, 8, 16 }.Select(lanes => new BehaviouralSimulator(config, lanes)).ToList();
        var faults = Faults.None;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (expected, memory, _) = Run(config, seed, isLegal, reference.Launch);
            faults |= expected.Status.Faults;
            foreach (var simulator in simulators)
            {
                var (result, found, leftover) = Run(config, seed, isLegal, simulator.Launch);
                result.Should().Be(expected, "of seed {0}", seed);
                leftover.Should().Equal(reference.Leftover, "of seed {0}", seed);
                found.AsSpan().SequenceEqual(memory).Should().BeTrue("of seed {0}", seed);
            }
        }
        return faults;
    }

    private static (LaunchResult Result, byte[] Memory, IReadOnlyList<LeftoverTokens> Leftover) Run(
        VtaConfig config, int seed, bool isLegal, Func<Dram, LaunchRequest, LaunchResult> launch)
    {
        var dram = new Dram();
        var request = new RandomProgram(config, seed, isLegal).Create(dram);
        var result = launch(dram, request);
        var memory = new byte[request.InstructionAddress];
        dram.Read(0, memory);
        return (result, memory, result.LeftoverTokens(config, dram, request));
    }
}
