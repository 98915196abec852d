using Vta.Conformance.Tests.Verification;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Lockstep;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Lockstep;

/// <summary>Devices that take instructions for others are caught at the first such instruction that leaves a trace.</summary>
public sealed class LockstepTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-lockstep-test").FullName;

    public static TheoryData<string> Programs => ["tvm-gemm-1", "tvm-alu-2", "tvm-1x8-gemm-1", "tvm-2x16-alu-1", "onera-lenet5-layer2", "tvm-padded-load-4"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_hardware_is_in_the_same_state_after_each_part(string name)
    {
        var bundle = CheckedPrograms.Recorded(name);

        var result = new LockstepRun(bundle, _ => Devices.Create(Devices.Rtl, bundle.Config)).Run();

        result.Difference.Should().BeNull();
        result.Compared.Should().Be((int)Math.Min(result.Instructions, (result.Instructions + ((result.Instructions + 31) / 32) - 1) / ((result.Instructions + 31) / 32)));
    }

    [Theory]
    [InlineData("LOG_BLOCK_IN=2 LOG_BLOCK_OUT=3 LOG_ACC_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=14")]
    [InlineData("LOG_BLOCK_IN=3 LOG_BLOCK_OUT=1 LOG_BATCH=1 LOG_ACC_BUFF_SIZE=12 LOG_WGT_BUFF_SIZE=12 LOG_INP_BUFF_SIZE=12")]
    [InlineData("LOG_INP_WIDTH=1 LOG_BATCH=2 LOG_BLOCK=2 LOG_ACC_BUFF_SIZE=12 LOG_WGT_BUFF_SIZE=10 LOG_INP_BUFF_SIZE=10")]
    [InlineData("LOG_INP_WIDTH=2 LOG_WGT_WIDTH=2 LOG_ACC_WIDTH=3 LOG_BLOCK=2 LOG_INP_BUFF_SIZE=9 LOG_WGT_BUFF_SIZE=12 LOG_ACC_BUFF_SIZE=10")]
    public void Any_shape_and_width_of_buffers_is_read(string configuration)
    {
        var bundle = CheckedPrograms.RandomLegal(Configurations.With(configuration), 5);

        new LockstepRun(bundle, _ => Devices.Create(Devices.Rtl, bundle.Config)).Run().Difference.Should().BeNull();
        // The device has another input, weight or accumulator.
        foreach (var (change, memory) in new (Func<InstructionLayout, InstructionWord, InstructionWord>, string)[]
                 { (WrongDevice.LoadsInputsElsewhere, "INP"), (WrongDevice.LoadsWeightsElsewhere, "WGT") })
        {
            var found = Enumerable.Range(0, 20).Select(seed => Find(CheckedPrograms.RandomLegal(Configurations.With(configuration), seed), change))
                .First(result => result.Difference is { Place: not "faults" } && result.Instruction!.Contains($"LOAD {memory}"));
            found.Difference!.Place.Should().StartWith($"{memory} element ");
        }
    }

    [Fact]
    public void The_instruction_that_leaves_a_difference_is_named()
    {
        var found = Find(CheckedPrograms.Recorded("tvm-gemm-1"), WrongDevice.MaxIsMin);

        found.Instruction.Should().Be("instruction 13: ALU MAX uops 4..5, loops 1x8, dst +0 +1, imm 0");
        found.Difference!.Place.Should().StartWith("ACC element ");
    }

    [Fact]
    public void An_input_in_the_wrong_place_is_found_before_it_is_used()
    {
        var found = Find(CheckedPrograms.Recorded("tvm-gemm-1"), WrongDevice.LoadsInputsElsewhere);

        found.Instruction.Should().StartWith("instruction 4: LOAD INP sram 0");
        found.Difference!.Place.Should().StartWith("INP element 0, number ");
        found.Difference.Expected.Should().NotBe(found.Difference.Found);
    }

    [Fact]
    public void What_is_stored_wrongly_is_an_address()
    {
        var found = Enumerable.Range(0, 20).Select(seed => Find(CheckedPrograms.RandomLegal(VtaConfig.Default, seed), WrongDevice.StoresDensely)).First(result => result.Difference is not null);

        found.Instruction.Should().Contain("STORE OUT");
        found.Difference!.Place.Should().StartWith("DRAM address 0x4");
    }

    [Fact]
    public void The_wave_has_the_cycles_around_the_difference()
    {
        var bundle = CheckedPrograms.Recorded("tvm-resnet18-c8");
        var file = Path.Combine(folder, "wave.vcd");

        // The wave is that of the hardware; what is compared takes MAX for MIN.
        var result = new LockstepRun(bundle, wave => wave is null
            ? new WrongDevice(bundle.Config, WrongDevice.MaxIsMin)
            : Devices.Create(Devices.Rtl, bundle.Config, new DeviceOptions { TraceFile = wave.File, TraceFrom = 1000 })).Run(file);

        result.Wave.Should().Be(file);
        var times = File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => long.Parse(line[1..])).ToList();
        (times[1] - times[0]).Should().BeLessThan(10_000_000);
        times.Count.Should().BeGreaterThan(100);
    }

    private static LockstepResult Find(ProgramBundle bundle, Func<InstructionLayout, InstructionWord, InstructionWord> change) =>
        new LockstepRun(bundle, _ => new WrongDevice(bundle.Config, change)).Run();
}
